import { type Fingerprint, fingerprint } from '../base/text-hash';

/** With so many phrasings a title, often a mere name, adds more noise than knowledge. */
const titleCountsBelow = 30;
/** So few are compared with each other sooner than by a set. */
const fewPhrasings = 12;

type Asked = { readonly title: string; readonly phrasings: readonly string[] };

/**
 * The ways of asking by which an entry is found. The title counts as one more: it names the topic
 * in the team's own words.
 */
export function phrasingsOf({ phrasings, title }: Asked): string[] {
  if (phrasings.length < fewPhrasings) {
    const texts: string[] = [];
    for (const text of phrasings) if (!texts.includes(text)) texts.push(text);
    if (!texts.includes(title)) texts.push(title);
    return texts;
  }
  const texts = new Set(phrasings);
  if (texts.size < titleCountsBelow) texts.add(title);
  return [...texts];
}

/** The words by which an entry is found, as 53 bits. */
export function wordsPrint(
  entry: Asked & { readonly base: string; readonly id: string; readonly print?: number },
): number {
  return entry.print ?? print53(JSON.stringify([entry.base, entry.id, ...phrasingsOf(entry)]));
}

export function print53(text: string): number {
  const print: Fingerprint = { low: 0, high: 0 };
  fingerprint(text, print);
  return (print.high & 0x1fffff) * 2 ** 32 + (print.low >>> 0);
}
