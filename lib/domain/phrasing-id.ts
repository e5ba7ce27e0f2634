import type { EntryRef } from './pick';

/** Texts that differ only in case and blanks are one phrasing. */
export const plainText = (text: string) =>
  text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * Names a learned phrasing by its entry and its words, without holding the words: 53 bits
 * (cyrb53 by bryc, public domain).
 */
export function phrasingId(entry: EntryRef, text: string): string {
  const from = JSON.stringify([`${entry.base}/${entry.id}`, plainText(text)]);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < from.length; at++) {
    const code = from.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
