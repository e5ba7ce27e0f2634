import type { EngineEntry } from '../engine-entry';

/** From so many phrasings on an entry is asked for in words that one of them is likely to have. */
const enough = 5;

/**
 * How little each base knows of the words its entries are asked for in: 1 with one phrasing an
 * entry, 0 from five on, between them by the logarithm; of entries that differ, their mean.
 */
export function fewnessOf(
  entries: readonly { readonly entry: EngineEntry; readonly isGone?: boolean }[],
): ReadonlyMap<string, number> {
  const found = new Map<string, { sum: number; count: number }>();
  for (const { entry, isGone } of entries) {
    if (isGone === true || entry.smallTalk) continue;
    let own = found.get(entry.base);
    if (own === undefined) {
      own = { sum: 0, count: 0 };
      found.set(entry.base, own);
    }
    own.sum += fewness(entry.phrasings.length);
    own.count++;
  }
  return new Map([...found].map(([base, { sum, count }]) => [base, sum / count]));
}

const fewness = (phrasings: number) =>
  phrasings >= enough ? 0 : 1 - Math.log(Math.max(1, phrasings)) / Math.log(enough);
