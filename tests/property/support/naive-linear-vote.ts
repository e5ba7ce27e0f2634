import { finished } from '../../../lib/engine/index/fresh-entries';
import { shuffled } from '../../../lib/engine/train/rivals';
import { dot, scaled, sumOf, type Vector } from './naive-vectors';

/** Votes A and B: one weight for each feature and entry. */
export type NaiveWeights = {
  /** By entry. */
  readonly rows: readonly Vector[];
  /**
   * How far the product's score of any entry may lie from the exact one. It keeps a weight in steps of
   * 1/127 of the largest that its feature has, so each is off by half a step at most; and it begins no
   * new weight for a move of less than 1e-4, unless the row has a place for it.
   */
  slack(message: Vector): number;
};

type Rules = {
  readonly epochs: number;
  /** Entries with fewer phrasings stay centroids. */
  readonly leastPhrasings: number;
  /** Of a base with many entries: only features of so few are looked at, and only weights that are there are moved. */
  readonly longestRow: number | undefined;
};

/** Up to 500 entries (engine.design.md, "training"). */
export const narrow = { leastPhrasings: 2, longestRow: undefined } as const;
/** From 501 on ("wide-training"). */
export const wide: Rules = { epochs: 1, leastPhrasings: 3, longestRow: 100 };

/**
 * Each entry begins as the centroid of its phrasings, of length 1. Then each phrasing in turn, in a
 * fixed order, pulls its entry and pushes its eight best rivals by a step of the softmax.
 * @param phrasings by entry
 */
export function naiveWeights(
  phrasings: readonly (readonly Vector[])[],
  { epochs, leastPhrasings, longestRow }: Rules,
): NaiveWeights {
  const rows = phrasings.map((own) => new Map(scaled(sumOf(own))));
  const slight = rows.map(() => new Map<string, number>());
  const entriesWith = sumOf(rows.map((row) => new Map([...row].map(([key]) => [key, 1]))));
  const lookedAt = (vector: Vector) =>
    longestRow === undefined
      ? vector
      : new Map([...vector].filter(([key]) => (entriesWith.get(key) ?? 0) <= longestRow));

  const lessons = phrasings.flatMap((own, entry) =>
    own.length < leastPhrasings ? [] : own.map((vector) => ({ entry, vector: lookedAt(vector) })),
  );
  const order = finished(shuffled(Int32Array.from(lessons.keys())));
  const learned = new Set<number>();
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of order) {
      const lesson = lessons[at];
      if (lesson === undefined || learned.has(at)) continue;
      const step = teach(lesson.entry, lesson.vector, 0.3 / (1 + 0.3 * epoch));
      // A phrasing that moves its entry so little is not looked at again.
      if (step < 0.05 && longestRow === undefined) learned.add(at);
    }
  }

  /** How far the entry was moved. */
  function teach(gold: number, vector: Vector, rate: number): number {
    const scores = rows.map((row) => dot(vector, row));
    const rivals = [...scores.keys()]
      .filter((entry) => entry !== gold && (scores[entry] ?? 0) > 0)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
      .slice(0, 8);
    const odds = rivals.map((rival) => Math.exp(10 * ((scores[rival] ?? 0) - (scores[gold] ?? 0))));
    const sum = odds.reduce((total, each) => total + each, 1);
    if (1 / sum > 0.995) return 0;
    move(gold, vector, rate * (1 - 1 / sum));
    rivals.forEach((rival, rank) => {
      move(rival, vector, (-rate * (odds[rank] ?? 0)) / sum);
    });
    return rate * (1 - 1 / sum);
  }

  function move(entry: number, vector: Vector, step: number): void {
    for (const [key, value] of vector) {
      const before = rows[entry]?.get(key);
      if (before === undefined && longestRow !== undefined) continue;
      rows[entry]?.set(key, (before ?? 0) + step * value);
      const isSlight =
        Math.abs(step * value) < 1e-4 && !phrasings[entry]?.some((own) => own.has(key));
      const own = slight[entry];
      if (isSlight) own?.set(key, (own.get(key) ?? 0) + Math.abs(step * value));
    }
  }

  return {
    rows,
    slack: (message) =>
      [...message].reduce((sum, [key, value]) => {
        const largest = Math.max(0, ...rows.map((row) => Math.abs(row.get(key) ?? 0)));
        const left = Math.max(0, ...slight.map((own) => own.get(key) ?? 0));
        return sum + value * (largest / 127 / 2 + left);
      }, 0),
  };
}
