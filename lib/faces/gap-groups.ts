import type { RedactionRule } from '../domain/redaction-rule';
import type { Gap } from '../protocol/hub-gaps';

/** One question, however often it was asked in these words. */
export type GapGroup = {
  readonly text: string;
  readonly ids: readonly string[];
  /** When it was asked last, in ms since 1970. */
  readonly at: number;
  readonly consoles: readonly string[];
};

/** The most asked first, then the newest. */
export function gapGroups(gaps: readonly Gap[]): GapGroup[] {
  const groups = new Map<string, GapGroup>();
  for (const { id, text, consoleId, at } of gaps) {
    const words = text.toLowerCase().replace(/\s+/g, ' ').trim();
    const group = groups.get(words);
    groups.set(words, {
      text: group?.text ?? text,
      ids: [...(group?.ids ?? []), id],
      at: Math.max(group?.at ?? 0, at),
      consoles: [...new Set([...(group?.consoles ?? []), consoleId])],
    });
  }
  return [...groups.values()].toSorted((a, b) => b.ids.length - a.ids.length || b.at - a.at);
}

/** Rules as they are written, one a line: `order: HB-######`. */
export const rulesText = (rules: readonly RedactionRule[]): string =>
  rules.map(({ name, pattern }) => `${name}: ${pattern}`).join('\n');

/** What was written, or the first line that is no rule. */
export function readRules(text: string): RedactionRule[] | { readonly bad: string } {
  const rules: RedactionRule[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, name, pattern] =
      /^([\p{L}\p{N} _-]{1,30}?)\s*[:：]\s*(\S.{1,58}\S)$/u.exec(line.trim()) ?? [];
    if (name === undefined || pattern === undefined) return { bad: line };
    rules.push({ name, pattern });
  }
  return rules;
}
