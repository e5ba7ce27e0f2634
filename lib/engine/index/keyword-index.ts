import { manyEntries } from './corpus';
import { mostPromising } from './most-promising';
import type { Phrasings } from './phrasing-log';
import { dampen, type Sparse } from './sparse';
import type { Vocabulary } from './vocabulary';
import { leastYield, wholeStep } from './work-slice';

/** The entries that got any votes, and for each of them both. */
export type KeywordVotes = {
  readonly entries: Int32Array;
  readonly nearest: Float32Array;
  readonly bm25: Float32Array;
};

export type KeywordIndex = {
  /**
   * @param counts features that the index has not are passed over
   * @param unknownWords the summed BM25 weight of the query's words that no phrasing has
   * @param soFar what the other votes say: in large bases only the best of these are looked at
   */
  vote(counts: Sparse, vector: Sparse, unknownWords: number, soFar?: Float32Array): KeywordVotes;
  /** The cosine of each phrasing of the entry with the vector. */
  similarities(vector: Sparse, entry: number): Float32Array;
  /** Whether a phrasing of the entry has the feature. */
  holds(id: number, entry: number): boolean;
};

/** What the index consists of, as it is kept. */
export type KeywordRows = {
  /** By feature where its row begins, and at the end their number. */
  readonly rows: Uint32Array;
  /** The phrasings of each row, rising: their number in the lower bits, the count less 1 above. */
  readonly postings: Int32Array;
  /** By phrasing: 1 / the length of its vector. */
  readonly scales: Float32Array;
  /** By phrasing: BM25's part of the document's length. */
  readonly lengthParts: Float32Array;
};

/** BM25's usual constants, from engine.md (Robertson & Zaragoza 2009 for the formula). */
export const bm25 = { k1: 1.2, b: 0.5 } as const;
/** The nearest phrasings of an entry count 1, 1/2, 1/3 …; 2.72 is the sum of eight of these. */
const nearestCounted = 8;
const nearestWeights = 2.72;
const leastSimilarity = 0.05;
/** Finding an entry in a row takes about as long as so many postings one after the other. */
const searchSteps = 8;

/** Of 31: the sign bit stays free, so that V8 keeps postings as plain integers. */
const ownerBits = 24;
const mostRepeats = 127;
const ownerMask = 2 ** ownerBits - 1;

/** `meanLength`: BM25's mean document length, of the larger index where one stands beside it. */
export function* buildKeywordRows(
  log: Phrasings,
  idf: Float32Array,
  meanLength: number,
): Generator<number, KeywordRows, void> {
  const rows = new Uint32Array(idf.length + 1);
  let work = 0;
  for (let owner = 0; owner < log.count; owner++) {
    const { ids } = log.words(owner);
    for (const id of ids) if (idf[id] !== 0) rows[id + 1] = (rows[id + 1] as number) + 1;
    work += ids.length;
    if (work >= leastYield) {
      yield work;
      work = 0;
    }
  }
  for (let id = 0; id < idf.length; id++) {
    rows[id + 1] = (rows[id + 1] as number) + (rows[id] as number);
  }
  yield wholeStep;
  const postings = new Int32Array(rows[idf.length] as number);
  const filled = rows.slice();
  const scales = new Float32Array(log.count);
  const lengthParts = new Float32Array(log.count);
  for (let owner = 0; owner < log.count; owner++) {
    const { ids, values } = log.words(owner);
    let squares = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const rarity = idf[id] as number;
      if (rarity === 0) continue;
      const count = values[at] as number;
      squares += (dampen(count) * rarity) ** 2;
      const slot = filled[id] as number;
      filled[id] = slot + 1;
      postings[slot] = owner | (Math.min(count - 1, mostRepeats) << ownerBits);
    }
    scales[owner] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    lengthParts[owner] = bm25.k1 * (1 - bm25.b + (bm25.b * log.length(owner)) / (meanLength || 1));
    work += 2 * ids.length;
    if (work >= leastYield) {
      yield work;
      work = 0;
    }
  }
  return { rows, postings, scales, lengthParts };
}

export function* meanLengthOf(log: Phrasings): Generator<number, number, void> {
  let sum = 0;
  for (let at = 0; at < log.count; at++) {
    sum += log.length(at);
    if (at % leastYield === leastYield - 1) yield 2 * leastYield;
  }
  return sum / (log.count || 1);
}

/** The inverted index over all phrasings behind the votes K (nearest phrasings) and M (BM25). */
export function createKeywordIndex(
  { rows, postings, scales, lengthParts }: KeywordRows,
  starts: Int32Array,
  idf: Float32Array,
  vocabulary: Pick<Vocabulary, 'isWord'>,
): KeywordIndex {
  const entryCount = starts.length - 1;
  const entryOf = new Int32Array(scales.length);
  for (let entry = 0; entry < entryCount; entry++) {
    entryOf.fill(entry, starts[entry] as number, starts[entry + 1] as number);
  }
  // All zero between two votes.
  const dots = new Float32Array(scales.length);
  const sums = new Float32Array(scales.length);
  const isTouched = new Uint8Array(entryCount);
  const isAmong = new Uint8Array(entryCount);
  const touched = new Int32Array(entryCount);
  const top = new Float32Array(nearestCounted);

  return {
    vote(counts, vector, unknownWords, soFar) {
      const among = soFar && entryCount > manyEntries ? mostPromising(soFar) : undefined;
      if (among !== undefined) for (const entry of among) isAmong[entry] = 1;
      let most = unknownWords;
      let reached = 0;
      for (let at = 0; at < counts.ids.length; at++) {
        const id = counts.ids[at] as number;
        if (id >= idf.length) continue;
        const rarity = idf[id] as number;
        const weight = (vector.values[at] as number) * rarity;
        const isWord = vocabulary.isWord(id);
        const plain = isWord ? (counts.values[at] as number) * rarity : 0;
        most += plain;
        const end = rows[id + 1] as number;
        let slot = rows[id] as number;
        if (among === undefined) reached = add(slot, end, weight, plain, reached);
        else if (end - slot < among.length * searchSteps) {
          for (; slot < end; slot++) {
            const entry = entryOf[(postings[slot] as number) & ownerMask] as number;
            if (isAmong[entry] === 1) reached = add(slot, slot + 1, weight, plain, reached);
          }
        } else {
          for (const entry of among) {
            slot = firstFrom(slot, end, starts[entry] as number);
            const from = slot;
            const before = starts[entry + 1] as number;
            while (slot < end && ((postings[slot] as number) & ownerMask) < before) slot++;
            if (slot > from) reached = add(from, slot, weight, plain, reached);
          }
        }
      }
      if (among !== undefined) for (const entry of among) isAmong[entry] = 0;
      return perEntry(reached, most);
    },
    similarities(vector, entry) {
      const from = starts[entry] ?? 0;
      const similarities = new Float32Array((starts[entry + 1] ?? from) - from);
      for (let at = 0; at < vector.ids.length; at++) {
        const id = vector.ids[at] as number;
        const weight = (vector.values[at] as number) * (idf[id] as number);
        eachOf(id, entry, (owner, tf) => {
          similarities[owner - from] =
            (similarities[owner - from] as number) +
            weight * dampen(tf) * (scales[owner] as number);
        });
      }
      return similarities;
    },
    holds(id, entry) {
      let isHeld = false;
      eachOf(id, entry, () => {
        isHeld = true;
      });
      return isHeld;
    },
  };

  /** Adds a row's parts to its phrasings; gives back how many entries are reached by now. */
  function add(from: number, to: number, weight: number, plain: number, before: number): number {
    let reached = before;
    for (let slot = from; slot < to; slot++) {
      const posting = postings[slot] as number;
      const owner = posting & ownerMask;
      const dot = dots[owner] as number;
      if (dot === 0) {
        const entry = entryOf[owner] as number;
        if (isTouched[entry] === 0) {
          isTouched[entry] = 1;
          touched[reached++] = entry;
        }
      }
      const tf = (posting >>> ownerBits) + 1;
      if (tf === 1) {
        dots[owner] = dot + weight;
        sums[owner] = (sums[owner] as number) + plain;
      } else {
        const part = lengthParts[owner] as number;
        dots[owner] = dot + weight * dampen(tf);
        sums[owner] = (sums[owner] as number) + (plain * tf * (1 + part)) / (tf + part);
      }
    }
    return reached;
  }

  /** Visits the postings of a feature in an entry's phrasings, which stand together. */
  function eachOf(id: number, entry: number, visit: (owner: number, tf: number) => void): void {
    if (id + 1 >= rows.length) return;
    const end = rows[id + 1] as number;
    const before = starts[entry + 1] ?? 0;
    const from = firstFrom(rows[id] as number, end, starts[entry] ?? 0);
    for (let slot = from; slot < end; slot++) {
      const posting = postings[slot] as number;
      const owner = posting & ownerMask;
      if (owner >= before) return;
      visit(owner, (posting >>> ownerBits) + 1);
    }
  }

  /** The first of these slots, all of one row, whose phrasing is not before this one. */
  function firstFrom(from: number, to: number, owner: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (((postings[middle] as number) & ownerMask) < owner) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function perEntry(reached: number, most: number): KeywordVotes {
    const entries = touched.slice(0, reached);
    const nearest = new Float32Array(reached);
    const best = new Float32Array(reached);
    for (let at = 0; at < reached; at++) {
      const entry = entries[at] as number;
      isTouched[entry] = 0;
      let filled = 0;
      let highest = 0;
      const end = starts[entry + 1] as number;
      for (let owner = starts[entry] as number; owner < end; owner++) {
        if (dots[owner] === 0) continue;
        const similarity = (dots[owner] as number) * (scales[owner] as number);
        if (similarity >= leastSimilarity) filled = insertInto(top, filled, similarity);
        const score =
          ((sums[owner] as number) * (bm25.k1 + 1)) / (1 + (lengthParts[owner] as number));
        if (score > highest) highest = score;
        dots[owner] = 0;
        sums[owner] = 0;
      }
      let sum = 0;
      for (let rank = 0; rank < filled; rank++) sum += (top[rank] as number) / (rank + 1);
      nearest[at] = sum / nearestWeights;
      if (most > 0) best[at] = highest / most;
    }
    return { entries, nearest, bm25: best };
  }
}

/** Keeps the highest values in falling order; gives back how many there are now. */
function insertInto(top: Float32Array, filled: number, value: number): number {
  let at = filled < top.length ? filled : top.length - 1;
  if (filled === top.length && (top[at] as number) >= value) return filled;
  while (at > 0 && (top[at - 1] as number) < value) {
    top[at] = top[at - 1] as number;
    at--;
  }
  top[at] = value;
  return Math.min(filled + 1, top.length);
}
