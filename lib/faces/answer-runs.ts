import { answerParts, type SlotName } from '../domain/slots';
import { safeLink } from '../protocol/safe-link';

/** A stretch of one line. `start` is its offset in the template. */
export type AnswerRun = {
  readonly bold: boolean;
  /** One object per link, so that two links to the same address stay two. */
  readonly link?: AnswerLink;
  readonly start: number;
} & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: SlotName }
);

export type AnswerLink = { readonly href: string; readonly shown: string };
export type AnswerLine = { readonly listed: boolean; readonly runs: readonly AnswerRun[] };

const linkPattern = /^\[([^[\]\n]+)\]\(((?:[^\s(){}]|\([^\s(){}]*\))+)\)/;

/** What stands in brackets behind a link's words: the address without `mailto:` or `tel:`. */
const shownAddress = (href: string) => href.replace(/^(?:mailto|tel):/i, '');

/**
 * Reads an answer's template: `**bold**`, "- " lists, `[text](address)` and slots. Slots are read
 * from the template and filled later, so a customer's name can never become markup. What is not
 * well-formed, or links to a scheme we do not allow, stays text.
 */
export function answerRuns(template: string): AnswerLine[] {
  const slots = new Map<number, { name: SlotName; length: number }>();
  for (const part of answerParts(template)) {
    if (part.kind === 'slot') slots.set(part.start, { name: part.name, length: part.length });
  }
  const lines: AnswerLine[] = [];
  let start = 0;
  for (const line of template.split('\n')) {
    const listed = line.startsWith('- ');
    const from = start + (listed ? 2 : 0);
    lines.push({ listed, runs: readLine(template, from, start + line.length, slots, {}) });
    start += line.length + 1;
  }
  return lines;
}

function readLine(
  template: string,
  from: number,
  to: number,
  slots: ReadonlyMap<number, { name: SlotName; length: number }>,
  within: { bold?: boolean; link?: AnswerLink },
): AnswerRun[] {
  const runs: AnswerRun[] = [];
  const around = within.link === undefined ? {} : { link: within.link };
  let bold = within.bold ?? false;
  let textFrom = from;
  const endText = (at: number) => {
    if (at > textFrom) {
      const text = template.slice(textFrom, at);
      runs.push({ kind: 'text', text, bold, ...around, start: textFrom });
    }
  };
  let at = from;
  while (at < to) {
    const slot = slots.get(at);
    if (slot !== undefined) {
      endText(at);
      runs.push({ kind: 'slot', name: slot.name, bold, ...around, start: at });
      at += slot.length;
      textFrom = at;
      continue;
    }
    if (template.startsWith('**', at) && (bold || closesBold(template, at + 2, to))) {
      endText(at);
      bold = !bold;
      at += 2;
      textFrom = at;
      continue;
    }
    const link =
      within.link === undefined && template[at] === '['
        ? linkPattern.exec(template.slice(at, to))
        : null;
    const href = link?.[2] === undefined ? undefined : safeLink(link[2]);
    if (link !== null && href !== undefined) {
      endText(at);
      const words = link[1] ?? '';
      const target = { href, shown: shownAddress(href) };
      const inside = { bold, link: target };
      runs.push(...readLine(template, at + 1, at + 1 + words.length, slots, inside));
      at += link[0].length;
      textFrom = at;
      continue;
    }
    at += 1;
  }
  endText(to);
  return runs;
}

/** Bold must close on its line and hold something. */
function closesBold(template: string, from: number, to: number): boolean {
  const close = template.indexOf('**', from);
  return close > from && close + 2 <= to;
}
