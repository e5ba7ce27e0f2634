import { type FormattedLine, isFormatted } from '../domain/formatted-line';
import type { SlotValues } from '../domain/slots';
import { type AnswerLink, answerRuns } from './answer-runs';
import { addressBehind, slotValue } from './answer-text';
import { keptStretches } from './word-diff';

/** What an answer looked like before it was edited, beside its plain text. */
type Looks = {
  readonly text: string;
  /** For each UTF-16 unit of the text. */
  readonly bold: readonly boolean[];
  /** Where links stand, as `words (address)`. */
  readonly links: readonly {
    readonly href: string;
    readonly start: number;
    readonly wordsEnd: number;
    readonly end: number;
  }[];
};

/**
 * The looks of an answer that was edited as plain text; nothing where it has none. Words that were
 * left keep theirs, and what was typed over bold words or between them is bold. A link that was
 * changed, in its words or its address, stands as it was written. Lines that start with "- " are a
 * list, as in every answer.
 */
export function editedAnswer(
  template: string,
  values: SlotValues,
  edited: string,
): { readonly formatted?: readonly FormattedLine[] } {
  const looks = looksOf(template, values);
  // Where each unit of the plain text stands in the edited one; -1 when it is gone.
  const now = new Array<number>(looks.text.length).fill(-1);
  const bold = new Array<boolean>(edited.length).fill(false);
  let [oldEnd, nowEnd] = [0, 0];
  const fillGap = (oldTo: number, nowTo: number) => {
    const replaced = looks.bold.slice(oldEnd, oldTo);
    const around = [looks.bold[oldEnd - 1], looks.bold[oldTo]];
    const isBold = (replaced.length > 0 ? replaced : around).every((each) => each === true);
    if (isBold) bold.fill(true, nowEnd, nowTo);
  };
  for (const { before, after, length } of keptStretches(looks.text, edited)) {
    fillGap(before, after);
    for (let at = 0; at < length; at++) {
      now[before + at] = after + at;
      bold[after + at] = looks.bold[before + at] === true;
    }
    [oldEnd, nowEnd] = [before + length, after + length];
  }
  fillGap(looks.text.length, edited.length);
  const href = new Array<string | undefined>(edited.length).fill(undefined);
  const left = new Set<number>();
  for (const link of looks.links) {
    const start = now[link.start] ?? -1;
    const isWhole = now.slice(link.start, link.end).every((to, at) => to === start + at);
    if (start < 0 || !isWhole) continue;
    const wordsEnd = start + link.wordsEnd - link.start;
    href.fill(link.href, start, wordsEnd);
    for (let at = wordsEnd; at < start + link.end - link.start; at++) left.add(at);
  }
  const formatted = linesOf(edited, { bold, href, left });
  return isFormatted(formatted) ? { formatted } : {};
}

function looksOf(template: string, values: SlotValues): Looks {
  let text = '';
  const bold: boolean[] = [];
  const links: Looks['links'][number][] = [];
  const add = (words: string, isBold: boolean) => {
    text += words;
    for (let at = 0; at < words.length; at++) bold.push(isBold);
  };
  for (const [place, { listed, runs }] of answerRuns(template).entries()) {
    add(`${place > 0 ? '\n' : ''}${listed ? '- ' : ''}`, false);
    let open: { readonly link: AnswerLink; readonly start: number } | undefined;
    for (const [at, run] of runs.entries()) {
      if (run.link !== undefined && open?.link !== run.link) {
        open = { link: run.link, start: text.length };
      }
      add(
        run.kind === 'text' ? run.text : (slotValue(run.name, values) ?? `{{${run.name}}}`),
        run.bold,
      );
      if (run.link === undefined || open === undefined || runs[at + 1]?.link === run.link) continue;
      const wordsEnd = text.length;
      add(addressBehind(run.link, text.slice(open.start)), false);
      links.push({ href: run.link.href, start: open.start, wordsEnd, end: text.length });
    }
  }
  return { text, bold, links };
}

function linesOf(
  text: string,
  looks: {
    readonly bold: readonly boolean[];
    readonly href: readonly (string | undefined)[];
    readonly left: ReadonlySet<number>;
  },
): FormattedLine[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const end = start + line.length;
    const listed = line.startsWith('- ');
    const runs: { text: string; bold?: boolean; href?: string }[] = [];
    for (let at = listed ? start + 2 : start; at < end; at++) {
      if (looks.left.has(at)) continue;
      const bold = looks.bold[at] === true;
      const href = looks.href[at];
      const last = runs.at(-1);
      if (last !== undefined && (last.bold === true) === bold && last.href === href) {
        last.text += text.charAt(at);
        continue;
      }
      runs.push({
        text: text.charAt(at),
        ...(bold ? { bold } : {}),
        ...(href === undefined ? {} : { href }),
      });
    }
    start = end + 1;
    return { listed, runs };
  });
}
