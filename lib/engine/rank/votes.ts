import { manyEntries } from '../index/corpus';
import type { Model } from '../index/model';
import { rarityGroupOf } from '../index/rarity';
import { countIds, weigh } from '../index/sparse';
import type { Token } from '../text/analyse';
import { languageOfKey } from '../text/entry-language';
import { characterGrams, wordFeatures } from '../text/features';

const wordsWeight = 0.3;
export const nearestWeight = 0.3;
/** Among many entries words alone tell less apart. */
export const senseWeightFor = (entries: number): number => (entries > manyEntries ? 0.75 : 0.6);

/**
 * For each entry of the corpus the sum of the five votes, with the weights of engine.md.
 * @param steps filled with the sum after A, the sum after B, and votes K and S, for whoever shows them
 */
export function voteOn(
  model: Model,
  tokens: readonly Token[],
  steps?: Float32Array[],
): Float32Array {
  if (model.learned !== undefined) return model.learned.vote(tokens, steps);
  const { corpus, keywords } = model;
  const { counts, vector, grams, unknownWords } = queryOf(model, tokens);
  const scores = new Float32Array(corpus.entries.length);
  if (model.words !== undefined) {
    model.words.score(scaled(vector, wordsWeight), scores);
  }
  steps?.push(scores.slice());
  if (model.grams !== undefined) {
    model.grams.score(grams, scores);
  }
  const { entries, nearest, bm25 } = keywords.vote(counts, vector, unknownWords, scores);
  steps?.push(scores.slice(), spread(entries, nearest, scores.length));
  const sense = senseVotes(model, tokens, entries);
  steps?.push(sense);
  const bm25Weight = bm25WeightFor(corpus.phrasingsPerEntry);
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] as number;
    scores[entry] =
      (scores[entry] as number) +
      nearestWeight * (nearest[at] as number) +
      bm25Weight * (bm25[at] as number);
  }
  // In large bases no other entries have a sense.
  const isLarge = scores.length > manyEntries;
  const count = isLarge ? entries.length : scores.length;
  const senseWeight = senseWeightFor(scores.length);
  for (let at = 0; at < count; at++) {
    const entry = isLarge ? (entries[at] as number) : at;
    scores[entry] = (scores[entry] as number) + senseWeight * (sense[entry] as number);
  }
  return scores;
}

/** In large bases only the entries that the nearest phrasings or the keywords name are looked at. */
function senseVotes(model: Model, tokens: readonly Token[], named: Int32Array): Float32Array {
  const count = model.corpus.entries.length;
  const senses = new Float32Array(count);
  const alike = model.sense(tokens);
  if (alike === undefined) return senses;
  if (count > manyEntries) for (const entry of named) senses[entry] = alike(entry);
  else for (let entry = 0; entry < count; entry++) senses[entry] = alike(entry);
  return senses;
}

/** The five votes apart, one number an entry each. */
export type Votes = {
  readonly words: Float32Array;
  readonly grams: Float32Array;
  readonly nearest: Float32Array;
  readonly bm25: Float32Array;
  readonly sense: Float32Array;
  /** In large bases the only ones whose last three votes may be other than 0. */
  readonly named: Int32Array;
};

/** The votes of the model as it was trained, without what was learned since. */
export function baseVotes(model: Model, tokens: readonly Token[]): Votes {
  const query = queryOf(model, tokens);
  const { counts, vector, unknownWords } = query;
  const size = model.corpus.entries.length;
  const words = new Float32Array(size);
  const grams = new Float32Array(size);
  trained(model, query, { words, grams });
  const soFar = new Float32Array(size);
  for (let at = 0; at < size; at++) {
    soFar[at] = wordsWeight * (words[at] as number) + (grams[at] as number);
  }
  const { entries, nearest, bm25 } = model.keywords.vote(counts, vector, unknownWords, soFar);
  return {
    words,
    grams,
    nearest: spread(entries, nearest, size),
    bm25: spread(entries, bm25, size),
    sense: senseVotes(model, tokens, entries),
    named: entries,
  };
}

type TrainedVotes = Pick<Votes, 'words' | 'grams'>;

/**
 * Gives of these votes only A and B, which lessons move. They always stand in the same place, as a
 * new one takes long in a large base; whoever has them may change them until the next are asked for.
 */
export function createTrainedVotes(model: Model): (tokens: readonly Token[]) => TrainedVotes {
  const size = model.corpus.entries.length;
  const votes = { words: new Float32Array(size), grams: new Float32Array(size) };
  return (tokens) => {
    votes.words.fill(0);
    votes.grams.fill(0);
    trained(model, queryOf(model, tokens), votes);
    return votes;
  };
}

function trained(model: Model, query: ReturnType<typeof queryOf>, into: TrainedVotes): void {
  model.words?.score(query.vector, into.words);
  model.grams?.score(query.grams, into.grams);
}

function queryOf({ vocabulary, corpus }: Model, tokens: readonly Token[]) {
  const wordIds: number[] = [];
  const hasKana = tokens.some(({ isRun, word }) => isRun && languageOfKey(word) === 'ja');
  let unknownWords = 0;
  let unknownSquares = 0;
  for (const { key, kind } of wordFeatures(tokens)) {
    const id = vocabulary.find(key);
    if (id !== undefined && corpus.idf[id]) wordIds.push(id);
    else if (kind !== 'pair' && kind !== 'concept' && !isTooCommon(corpus, id)) {
      const rarity = corpus.idfUnknown[rarityGroupOf(key, hasKana)] ?? 1;
      unknownWords += rarity;
      unknownSquares += rarity * rarity;
    }
  }
  const gramIds = [...wordIds];
  for (const gram of characterGrams(tokens)) {
    const id = vocabulary.find(gram);
    if (id !== undefined && corpus.idf[id]) gramIds.push(id);
  }
  const counts = countIds(wordIds);
  return {
    counts,
    vector: weigh(counts, corpus.idf, unknownSquares),
    grams: weigh(countIds(gramIds), corpus.idf, unknownSquares),
    unknownWords,
  };
}

/** What a large base skips is known well: as a rare word it would make each message look foreign. */
function isTooCommon({ features }: Model['corpus'], id: number | undefined): boolean {
  return id !== undefined && id < features;
}

/** The fewer phrasings there are to learn from, the more plain word matching counts. */
function bm25WeightFor(phrasingsPerEntry: number): number {
  const fall = Math.min(1, Math.max(0, (phrasingsPerEntry - 2) / 4));
  return 1 - 0.75 * fall;
}

/** One number for each of all entries; 0 where none is given. */
function spread(entries: Int32Array, values: Float32Array, size: number): Float32Array {
  const all = new Float32Array(size);
  for (let at = 0; at < entries.length; at++) all[entries[at] as number] = values[at] as number;
  return all;
}

function scaled(vector: { ids: Int32Array; values: Float32Array }, by: number) {
  return { ids: vector.ids, values: vector.values.map((value) => value * by) };
}
