import type { EngineEntry } from '../engine-entry';
import { phrasingsOf } from '../index/corpus';
import { fingerprint } from './text-hash';

/** The words by which an entry is found, as 53 bits. */
export function wordsPrint(entry: EngineEntry): number {
  return print53(JSON.stringify([entry.base, entry.id, ...phrasingsOf(entry)]));
}

export function print53(text: string): number {
  const print = { low: 0, high: 0 };
  fingerprint(text, print);
  return (print.high & 0x1fffff) * 2 ** 32 + (print.low >>> 0);
}
