import { analyse } from './analyse';
import { characterGrams, wordFeatures } from './features';
import type { Counts } from './sparse';
import { isRepairable } from './spelling';
import type { Vocabulary } from './vocabulary';

/**
 * The features of phrasings, one after another in two long arrays: an object for each phrasing
 * takes several times the memory. Kept only while an index is built.
 */
export type PhrasingLog = {
  add(text: string): void;
  readonly count: number;
  /** Stems, pairs of stems, Han n-grams of the phrasing with this number. */
  words(at: number): Counts;
  /** The same and character grams. */
  grams(at: number): Counts;
  /** How many stems and Han n-grams it has, repeated ones included: BM25's document length. */
  length(at: number): number;
  /** Words as written, for repairing mistyped ones, and how many phrasings have each. */
  readonly spellings: ReadonlyMap<string, number>;
};

const mostCounted = 255;

export function createPhrasingLog(vocabulary: Vocabulary): PhrasingLog {
  let ids = new Int32Array(4_096);
  let counts = new Uint8Array(4_096);
  let used = 0;
  /** For each phrasing where its words end, and where its grams end and the next one begins. */
  const bounds: number[] = [0];
  const lengths: number[] = [];
  const spellings = new Map<string, number>();
  /** By feature: its place in the phrasing at hand, when that is not before its beginning. */
  let places = new Int32Array(4_096).fill(-1);

  function count(id: number, start: number): void {
    if (id >= places.length) {
      const more = new Int32Array(Math.max(id + 1, places.length * 2)).fill(-1);
      more.set(places);
      places = more;
    }
    const place = places[id] as number;
    if (place >= start) {
      if ((counts[place] as number) < mostCounted) counts[place] = (counts[place] as number) + 1;
      return;
    }
    if (used === ids.length) {
      const moreIds = new Int32Array(Math.ceil(used * 1.5));
      moreIds.set(ids);
      ids = moreIds;
      const moreCounts = new Uint8Array(Math.ceil(used * 1.5));
      moreCounts.set(counts);
      counts = moreCounts;
    }
    places[id] = used;
    ids[used] = id;
    counts[used] = 1;
    used++;
  }

  const from = (at: number, to: number): Counts => ({
    ids: ids.subarray(bounds[2 * at] ?? 0, to),
    values: counts.subarray(bounds[2 * at] ?? 0, to),
  });

  return {
    add(text) {
      const tokens = analyse(text);
      const start = used;
      let length = 0;
      for (const { key, kind } of wordFeatures(tokens)) {
        if (kind !== 'pair') length++;
        count(vocabulary.add(key), start);
      }
      bounds.push(used);
      lengths.push(length);
      for (const gram of characterGrams(tokens)) count(vocabulary.add(gram), start);
      bounds.push(used);
      for (const word of new Set(tokens.map((token) => token.word))) {
        if (isRepairable(word)) spellings.set(word, (spellings.get(word) ?? 0) + 1);
      }
    },
    get count() {
      return lengths.length;
    },
    words: (at) => from(at, bounds[2 * at + 1] ?? 0),
    grams: (at) => from(at, bounds[2 * at + 2] ?? 0),
    length: (at) => lengths[at] ?? 0,
    spellings,
  };
}
