import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { exportBase } from '../../lib/knowledge/export/export-base';
import { exportFormats, importCalls } from '../../lib/protocol/import-calls';
import { holdBases } from '../unit/knowledge/support/held-base';
import { plan } from '../unit/knowledge/support/plan-file';
import { utf16 } from '../unit/knowledge/support/utf16';

/** 500 in every test run; 10,000 in the long one. */
const files = process.env['CUECARD_LONG'] ? 10_000 : 500;

type Sample = { readonly fileName: string; readonly bytes: Uint8Array };

async function validFiles(): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const name of await readdir('tests/fixtures/import')) {
    if (name.includes('.expected.')) continue;
    samples.push({ fileName: name, bytes: await readFile(`tests/fixtures/import/${name}`) });
  }
  for (const name of ['harbour-broadband', 'kapok-mall']) {
    const whole = await plan(`${name}.json`, await readFile(`public/samples/${name}.json`));
    const entries = whole.planned.slice(0, 25).map(({ entry }) => entry);
    for (const format of exportFormats) {
      samples.push(await exportBase(whole.base, entries, format, async () => {}));
    }
    const { bytes } = await exportBase(whole.base, entries, 'csv', async () => {});
    const text = new TextDecoder().decode(bytes);
    samples.push({ fileName: 'wide.csv', bytes: utf16(text, 'le', true) });
    samples.push({ fileName: 'wide.txt', bytes: utf16(text, 'be', false) });
    samples.push({ fileName: 'latin.csv', bytes: Buffer.from(text, 'latin1') });
  }
  return samples;
}

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const harm = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('drop' as const), at: place, length: fc.nat(200) }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: place,
    length: fc.nat(200),
    times: fc.nat(30),
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    text: fc.constantFrom(
      ...['"', '"",', '\n', '\r', '\0', ',', '{', '}', '[[[[', '<row>', '</c>', '## ', '- ', '\\'],
      ...[
        '"__proto__":1,',
        '\uFEFF',
        '<!-- cuecard {',
        '=1',
        '&',
        'PK\u0003\u0004',
        '\uFFFD',
        '|||',
      ],
    ),
  }),
  fc.record({ kind: fc.constant('reverse' as const) }),
);
type Harm = typeof harm extends fc.Arbitrary<infer Kind> ? Kind : never;

function harmed(bytes: Uint8Array, done: Harm): Uint8Array {
  if (done.kind === 'reverse') return bytes.toReversed();
  const at = Math.floor(done.at * bytes.length);
  const head = bytes.subarray(0, at);
  switch (done.kind) {
    case 'flip':
      return joined(head, Uint8Array.of(done.byte), bytes.subarray(at + 1));
    case 'cut':
      return head.slice();
    case 'drop':
      return joined(head, bytes.subarray(at + done.length));
    case 'repeat': {
      const piece = bytes.subarray(at, at + done.length);
      const more = Array<Uint8Array>(done.times + 1).fill(piece);
      return joined(head, ...more, bytes.subarray(at + done.length));
    }
    case 'insert':
      return joined(head, new TextEncoder().encode(done.text), bytes.subarray(at));
  }
}

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

describe('a damaged file', () => {
  it(
    `leaves the base as it was or is wholly imported (${files} files)`,
    async () => {
      const samples = await validFiles();
      expect(samples.length).toBeGreaterThan(15);
      const before = await plan('before.csv', 'id,title,answer\nkept,Kept,As it was.\n');
      const start = { base: before.base, entries: before.planned.map(({ entry }) => entry) };
      const into = { id: start.base.id, name: 'Before', language: 'en' as const };
      let refused = 0;
      let imported = 0;

      const property = fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(harm, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('merge' as const, 'replace' as const),
        async ({ fileName, bytes }, harms, mode) => {
          const { calls, held } = holdBases(start);
          const file = {
            fileName,
            bytes: new Uint8Array(harms.reduce(harmed, bytes)),
            options: { base: into },
          };
          const preview = v.parse(
            importCalls['import.preview'].result,
            await calls['import.preview'](file),
          );
          expect(held.get(into.id)).toBe(start);
          if (preview.outcome === 'refused') {
            refused++;
            expect(preview.problems[0]?.reason).toMatch(/\S.*\.$/);
            return;
          }
          for (const { row, reason } of preview.bad.rows) {
            expect(row).toBeGreaterThan(0);
            expect(reason).toMatch(/\S/);
          }
          const { counts, previewId } = preview;
          const applied = await calls['import.apply']({ previewId, mode });
          const good = counts.new + counts.changed + counts.same;
          if (applied.outcome !== 'imported') {
            expect(good).toBe(0);
            expect(held.get(into.id)).toBe(start);
            return;
          }
          imported++;
          const kept = mode === 'merge' ? counts.removed : 0;
          expect(held.get(into.id)?.entries).toHaveLength(good + kept);
          expect(await calls['import.undo']({ undoId: applied.undoId })).toMatchObject({
            outcome: 'undone',
          });
          expect(held.get(into.id)).toEqual(start);
        },
      );
      await fc.assert(property, { seed: 20261122, numRuns: files, endOnFailure: true });
      // Neither half of the claim is empty.
      expect(refused).toBeGreaterThan(files / 10);
      expect(imported).toBeGreaterThan(files / 10);
    },
    60_000 + files * 180,
  );
});
