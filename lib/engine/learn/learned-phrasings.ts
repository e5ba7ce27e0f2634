import type { LearnedFeature } from './learned-features';

/** What customers wrote when an entry was picked (or rejected), behind the votes K and M. */
export type LearnedPhrasings = {
  add(entry: number, text: string, words: readonly LearnedFeature[]): void;
  /** Takes the last one back. */
  pop(): void;
  /** How many the entry has. */
  countOf(entry: number): number;
  readonly size: number;
  /**
   * For each phrasing its cosine with the message (`nearest`), and the share of the message's
   * BM25 weight that it earns.
   */
  match(words: readonly LearnedFeature[]): { nearest: Float32Array; bm25: Float32Array };
  /** Those that have the feature. */
  holding(id: number): readonly number[];
  entryOf(phrasing: number): number;
  textOf(phrasing: number): string;
  kept(): KeptPhrasings;
};

/** All phrasings one behind the other, without their texts; `starts` says where each begins. */
export type KeptPhrasings = {
  readonly entries: Int32Array;
  readonly lengths: Int32Array;
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly cosines: Float64Array;
  readonly bm25s: Float64Array;
};

type Postings = { owners: number[]; cosines: number[]; bm25s: number[] };

/** As in keyword-index.ts. */
const k1 = 1.2;
const b = 0.5;

/** @param textOf gives the texts of those that were kept */
export function createLearnedPhrasings(
  kept?: KeptPhrasings,
  textOf: (phrasing: number) => string = () => '',
): LearnedPhrasings {
  const rows = new Map<number, Postings>();
  const held: { entry: number; text: string; ids: number[]; length: number }[] = [];
  const counts = new Map<number, number>();
  let lengths = 0;

  const countOf = (entry: number) => counts.get(entry) ?? 0;

  function post(id: number, owner: number, cosine: number, bm25: number) {
    const row = rows.get(id) ?? { owners: [], cosines: [], bm25s: [] };
    rows.set(id, row);
    row.owners.push(owner);
    row.cosines.push(cosine);
    row.bm25s.push(bm25);
  }

  kept?.entries.forEach((entry, owner) => {
    const { starts, features, cosines, bm25s } = kept;
    const ids: number[] = [];
    for (let at = starts[owner] as number; at < (starts[owner + 1] as number); at++) {
      const id = features[at] as number;
      post(id, owner, cosines[at] as number, bm25s[at] as number);
      ids.push(id);
    }
    const length = kept.lengths[owner] as number;
    lengths += length;
    held.push({ entry, text: textOf(owner), ids, length });
    counts.set(entry, countOf(entry) + 1);
  });

  return {
    add(entry, text, words) {
      const owner = held.length;
      const length = words.reduce((sum, { isWord, count }) => sum + (isWord ? count : 0), 0);
      lengths += length;
      const lengthPart = k1 * (1 - b + (b * length * (owner + 1)) / (lengths || 1));
      const ids: number[] = [];
      for (const { id, value, count, idf, isWord } of words) {
        if (value === 0) continue;
        post(id, owner, value, isWord ? (idf * count * (k1 + 1)) / (count + lengthPart) : 0);
        ids.push(id);
      }
      held.push({ entry, text, ids, length });
      counts.set(entry, countOf(entry) + 1);
    },
    pop() {
      const last = held.pop();
      if (last === undefined) return;
      lengths -= last.length;
      counts.set(last.entry, countOf(last.entry) - 1);
      for (const id of last.ids) {
        const row = rows.get(id);
        row?.owners.pop();
        row?.cosines.pop();
        row?.bm25s.pop();
      }
    },
    countOf,
    get size() {
      return held.length;
    },
    match(words) {
      const nearest = new Float32Array(held.length);
      const bm25 = new Float32Array(held.length);
      let most = 0;
      for (const { id, value, count, idf, isWord } of words) {
        if (isWord) most += count * idf;
        const row = rows.get(id);
        if (row === undefined) continue;
        const { owners, cosines, bm25s } = row;
        for (let at = 0; at < owners.length; at++) {
          const owner = owners[at] as number;
          nearest[owner] = (nearest[owner] as number) + value * (cosines[at] as number);
          bm25[owner] = (bm25[owner] as number) + count * (bm25s[at] as number);
        }
      }
      if (most > 0) for (let at = 0; at < bm25.length; at++) bm25[at] = (bm25[at] as number) / most;
      return { nearest, bm25 };
    },
    kept() {
      const starts = new Int32Array(held.length + 1);
      held.forEach(({ ids }, at) => {
        starts[at + 1] = (starts[at] as number) + ids.length;
      });
      const size = starts.at(-1) ?? 0;
      const features = new Int32Array(size);
      const cosines = new Float64Array(size);
      const bm25s = new Float64Array(size);
      const place = starts.slice();
      for (const [id, row] of rows) {
        for (let at = 0; at < row.owners.length; at++) {
          const owner = row.owners[at] as number;
          const to = place[owner] as number;
          place[owner] = to + 1;
          features[to] = id;
          cosines[to] = row.cosines[at] as number;
          bm25s[to] = row.bm25s[at] as number;
        }
      }
      return {
        entries: Int32Array.from(held, ({ entry }) => entry),
        lengths: Int32Array.from(held, ({ length }) => length),
        starts,
        features,
        cosines,
        bm25s,
      };
    },
    holding: (id) => rows.get(id)?.owners ?? [],
    entryOf: (phrasing) => held[phrasing]?.entry ?? -1,
    textOf: (phrasing) => held[phrasing]?.text ?? '',
  };
}
