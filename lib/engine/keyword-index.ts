import type { Corpus } from './corpus';
import { type Sparse, weigh } from './sparse';
import type { Vocabulary } from './vocabulary';

/** Both have one number for each entry of the corpus. */
export type KeywordVotes = { readonly nearest: Float32Array; readonly bm25: Float32Array };

export type KeywordIndex = {
  /** `unknownWords`: the summed BM25 weight of the query's words that no phrasing has. */
  vote(counts: Sparse, vector: Sparse, unknownWords: number): KeywordVotes;
  /** The cosine of each phrasing with the vector. */
  similarities(vector: Sparse): Float32Array;
};

/** BM25's usual constants, from engine.md (Robertson & Zaragoza 2009 for the formula). */
const k1 = 1.2;
const b = 0.5;
/** The nearest phrasings of an entry count 1, 1/2, 1/3 …; 2.72 is the sum of eight of these. */
const nearestCounted = 8;
const nearestWeights = 2.72;
const leastSimilarity = 0.05;

/** The inverted index over all phrasings behind the votes K (nearest phrasings) and M (BM25). */
export function createKeywordIndex(corpus: Corpus, vocabulary: Vocabulary): KeywordIndex {
  const { phrasings, entryOf, idf } = corpus;
  const count = phrasings.length;
  const rows = new Int32Array(idf.length + 1);
  for (const { words } of phrasings) {
    for (const id of words.ids) {
      if (idf[id] !== 0) rows[id + 1] = (rows[id + 1] as number) + 1;
    }
  }
  for (let id = 0; id < idf.length; id++) {
    rows[id + 1] = (rows[id + 1] as number) + (rows[id] as number);
  }
  const total = rows[idf.length] as number;
  const owners = new Int32Array(total);
  const cosines = new Float32Array(total);
  const bm25s = new Float32Array(total);
  const filled = rows.slice();
  const meanLength = phrasings.reduce((sum, phrasing) => sum + phrasing.length, 0) / (count || 1);
  phrasings.forEach(({ words, length }, owner) => {
    const vector = weigh(words, idf);
    const lengthPart = k1 * (1 - b + (b * length) / (meanLength || 1));
    for (let at = 0; at < words.ids.length; at++) {
      const id = words.ids[at] as number;
      if (idf[id] === 0) continue;
      const slot = filled[id] as number;
      filled[id] = slot + 1;
      owners[slot] = owner;
      cosines[slot] = vector.values[at] as number;
      const tf = words.values[at] as number;
      if (vocabulary.isWord(id)) {
        bm25s[slot] = ((idf[id] as number) * tf * (k1 + 1)) / (tf + lengthPart);
      }
    }
  });
  const cosine = new Float32Array(count);
  const bm25 = new Float32Array(count);
  return {
    vote(counts, vector, unknownWords) {
      cosine.fill(0);
      bm25.fill(0);
      let most = unknownWords;
      for (let at = 0; at < counts.ids.length; at++) {
        const id = counts.ids[at] as number;
        const weight = vector.values[at] as number;
        const tf = counts.values[at] as number;
        if (vocabulary.isWord(id)) most += tf * (idf[id] as number);
        for (let slot = rows[id] as number; slot < (rows[id + 1] as number); slot++) {
          const owner = owners[slot] as number;
          cosine[owner] = (cosine[owner] as number) + weight * (cosines[slot] as number);
          bm25[owner] = (bm25[owner] as number) + tf * (bm25s[slot] as number);
        }
      }
      return perEntry(cosine, bm25, most);
    },
    similarities(vector) {
      const similarities = new Float32Array(count);
      for (let at = 0; at < vector.ids.length; at++) {
        const id = vector.ids[at] as number;
        const weight = vector.values[at] as number;
        for (let slot = rows[id] as number; slot < (rows[id + 1] as number); slot++) {
          const owner = owners[slot] as number;
          similarities[owner] =
            (similarities[owner] as number) + weight * (cosines[slot] as number);
        }
      }
      return similarities;
    },
  };

  function perEntry(cosines: Float32Array, bm25s: Float32Array, most: number): KeywordVotes {
    const nearest = new Float32Array(corpus.entries.length);
    const best = new Float32Array(corpus.entries.length);
    const top = new Float32Array(nearestCounted);
    let filledTop = 0;
    for (let owner = 0; owner < count; owner++) {
      const entry = entryOf[owner] as number;
      const similarity = cosines[owner] as number;
      if (similarity >= leastSimilarity) filledTop = insertInto(top, filledTop, similarity);
      const score = bm25s[owner] as number;
      if (score > (best[entry] as number)) best[entry] = score;
      if (filledTop > 0 && entryOf[owner + 1] !== entry) {
        let sum = 0;
        for (let rank = 0; rank < filledTop; rank++) sum += (top[rank] as number) / (rank + 1);
        nearest[entry] = sum / nearestWeights;
        filledTop = 0;
      }
    }
    if (most > 0) for (let at = 0; at < best.length; at++) best[at] = (best[at] as number) / most;
    return { nearest, bm25: best };
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
