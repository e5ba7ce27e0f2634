import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import * as askingEn from '../../lib/engine/text/asking-en';
import * as askingZh from '../../lib/engine/text/asking-zh';
import * as runs from '../../lib/engine/text/runs';
import { cpuTime } from '../support/cpu-time';

/**
 * Text comes from customers, pages and files, and a pattern that begins anew at each place of a long
 * run takes the square of its length: 20,000 dots once held the worker up for half a second. Each
 * pattern of the code is given long runs of its own signs; four times the run may not take sixteen
 * times as long.
 */
type Pattern = { readonly at: string; readonly source: string; readonly flags: string };

/** Those that take the square of a length which is never great. */
const short: readonly (readonly [pattern: string, why: string])[] = [
  ['lib/engine/mood/phrase-tree.ts', 'reads only the lists of mood words'],
  ['lib/knowledge/import/entry-id.ts', 'reads 80 characters'],
  ['lib/knowledge/import/json-break.ts', 'is sticky: it never begins elsewhere'],
  ['lib/privacy/number-label.ts', 'reads 28 characters'],
  ['hub/services/sign-in-settings.ts', 'reads a setting of whoever runs the hub'],
];

const folders = ['lib', 'hub', 'components', 'entrypoints'];
/** Put together of parts, so that no source shows them whole. */
const builtOfParts = Object.entries({ ...askingEn, ...askingZh, ...runs }).flatMap(([at, value]) =>
  value instanceof RegExp ? [{ at, source: value.source, flags: value.flags }] : [],
);
const patterns = folders
  .flatMap(patternsIn)
  .concat(builtOfParts)
  .filter(({ at }) => !short.some(([file]) => at.startsWith(file)));

const fewLetters = 1_500;
const manyLetters = 16 * fewLetters;
/** What a run of the shorter length may take before it is looked at closely, in ms. */
const suspectMs = 0.2;
/** Below this, in ms, the machine's own hiccups are as long. */
const leastMs = 20;

it('takes no longer than in proportion to the length of a text, whatever the text repeats', () => {
  expect(patterns.length).toBeGreaterThan(300);
  expect(builtOfParts.length).toBeGreaterThan(2);
  expect(patterns.flatMap(squareOf)).toEqual([]);
});

/** What makes a pattern slow, if anything does. */
function squareOf({ at, source, flags }: Pattern): string[] {
  const pattern = new RegExp(source, `${flags.replace(/[gy]/g, '')}g`);
  const run = (text: string) => {
    const startedAt = cpuTime();
    for (const match of text.matchAll(pattern)) void match;
    return cpuTime() - startedAt;
  };
  for (const [before, piece, after] of runsFor(source)) {
    const repeated = (length: number) =>
      before + piece.repeat(Math.ceil(length / piece.length)) + after;
    const least = (length: number) => Math.min(...[1, 2, 3].map(() => run(repeated(length))));
    if (run(repeated(fewLetters)) < suspectMs || least(fewLetters) < suspectMs / 2) continue;
    const long = least(manyLetters);
    if (long < leastMs || long < 48 * least(fewLetters)) continue;
    const shown = JSON.stringify([before, piece, after]);
    return [`${at} takes ${long.toFixed(0)} ms for ${shown}: ${source.slice(0, 80)}`];
  }
  return [];
}

/** Runs of the pattern's own signs and words, alone and by twos, with something before and after. */
function runsFor(source: string): (readonly [before: string, piece: string, after: string])[] {
  const written = [...source.matchAll(/\\[nrt]|\\[^a-zA-Z]|[^\\()|[\]{}*+?^$]/gu)].map(([sign]) =>
    sign.startsWith('\\') ? ({ n: '\n', r: '\r', t: '\t' }[sign.slice(1)] ?? sign.slice(1)) : sign,
  );
  const signs = [...new Set([' ', '1', 'a', '.', '\n', ...written])].slice(0, 24);
  const few = signs.filter((sign) => sign === 'a' || !/[a-z]/i.test(sign)).slice(0, 9);
  const words = [...source.matchAll(/[a-z]{2,}|\p{Script=Han}{2,}/giu)].map(([word]) => word);
  const twos = few.flatMap((one) => few.filter((two) => two !== one).map((two) => one + two));
  const pieces = [...signs, ...twos, ...words.slice(0, 20).flatMap((word) => [word, `${word} `])];
  return pieces.flatMap((piece) =>
    ['', ...few.slice(0, 6)].flatMap((before) =>
      ['', 'x', '\u0001'].map((after) => [before, piece, after] as const),
    ),
  );
}

function patternsIn(folder: string): Pattern[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = join(folder, name).replaceAll('\\', '/');
      const parsed = ts.createSourceFile(
        file,
        readFileSync(file, 'utf8'),
        ts.ScriptTarget.Latest,
        true,
      );
      const found: Pattern[] = [];
      const visit = (node: ts.Node) => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/');
          const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
          const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
          found.push({ at: `${file}:${line}`, source, flags });
        }
        ts.forEachChild(node, visit);
      };
      visit(parsed);
      return found;
    });
}
