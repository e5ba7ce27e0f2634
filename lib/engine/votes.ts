import type { Token } from './analyse';
import { characterGrams, wordFeatures } from './features';
import type { Model } from './model';
import { countIds, weigh } from './sparse';

/** For each entry of the corpus the sum of the four votes, with the weights of engine.md. */
export function voteOn(model: Model, tokens: readonly Token[]): Float32Array {
  const { vocabulary, corpus, keywords } = model;
  const wordIds: number[] = [];
  let unknownWords = 0;
  let unknownSquares = 0;
  for (const { key, kind } of wordFeatures(tokens)) {
    const id = vocabulary.find(key);
    if (id !== undefined && corpus.idf[id]) wordIds.push(id);
    else if (kind !== 'pair') {
      const rarity = kind === 'stem' ? corpus.idfUnknown.other : corpus.idfUnknown.han;
      unknownWords += rarity;
      unknownSquares += rarity * rarity;
    }
  }
  const gramIds = [...wordIds];
  for (const gram of characterGrams(tokens)) {
    const id = vocabulary.find(gram);
    if (id !== undefined && corpus.idf[id]) gramIds.push(id);
  }
  const scores = new Float32Array(corpus.entries.length);
  const counts = countIds(wordIds);
  const vector = weigh(counts, corpus.idf, unknownSquares);
  if (model.words !== undefined) {
    model.words.score(scaled(vector, 0.3), scores);
  }
  if (model.grams !== undefined) {
    model.grams.score(weigh(countIds(gramIds), corpus.idf, unknownSquares), scores);
  }
  const { nearest, bm25 } = keywords.vote(counts, vector, unknownWords, scores);
  const bm25Weight = bm25WeightFor(corpus.phrasingsPerEntry);
  for (let at = 0; at < scores.length; at++) {
    scores[at] =
      (scores[at] as number) + 0.3 * (nearest[at] as number) + bm25Weight * (bm25[at] as number);
  }
  return scores;
}

/** The fewer phrasings there are to learn from, the more plain word matching counts. */
function bm25WeightFor(phrasingsPerEntry: number): number {
  const fall = Math.min(1, Math.max(0, (phrasingsPerEntry - 2) / 4));
  return 1 - 0.75 * fall;
}

function scaled(vector: { ids: Int32Array; values: Float32Array }, by: number) {
  return { ids: vector.ids, values: vector.values.map((value) => value * by) };
}
