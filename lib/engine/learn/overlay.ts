import { phrasingsOf } from '../../domain/words-print';
import type { Learned, Model } from '../index/model';
import { baseVotes, nearestWeight, senseWeight, trainedVotes } from '../rank/votes';
import { analyse, type Token } from '../text/analyse';
import { languageAtPlace } from '../text/entry-language';
import { readMessage } from '../text/read-message';
import { repairTokens } from '../text/repair-tokens';
import { stemsIn } from '../text/stem';
import { createLearnedFeatures, type LearnedFeature } from './learned-features';
import { createLearnedPhrasings, type LearnedPhrasings } from './learned-phrasings';
import { learnedReasons } from './learned-reasons';
import { createLearnedWeights, type LearnedWeights, type WeightChanges } from './learned-weights';
import { learningTuning as tuning } from './learning-tuning';
import type { Lesson } from './lesson';
import { nearestOf } from './nearest-of';
import { bestEntries, softmaxStep } from './softmax-step';

const leastSimilarity = 0.05;
/** Only messages much like a rejected one are held against the entry. */
const alike = 0.4;

/** What a lesson changed, for taking it back. */
type Undo = {
  readonly tokens: readonly Token[];
  readonly words: WeightChanges;
  readonly grams: WeightChanges;
  readonly phrasing: LearnedPhrasings | undefined;
  readonly past: boolean;
};

/**
 * What lessons add to the votes of a trained model, which stays as it is. The same lessons in the
 * same order on the same model give the same numbers, bit by bit; the last ones can be taken back.
 */
export type Overlay = {
  readonly model: Model;
  /** Applies a lesson; one about an entry that is not there changes nothing. */
  apply(lesson: Lesson): void;
  /** How many lessons were applied and not taken back. */
  readonly applied: readonly string[];
  /** How many of the last lessons can be taken back without starting over. */
  readonly undoable: number;
  takeBackLast(): void;
  /** What it adds to this model, or to the one that comes after it while that learns anew. */
  servedTo(model: Model): Learned;
};

const undosKept = 128;

const nothing = (): WeightChanges => ({ rows: [], slots: [], before: [] });

export function createOverlay(model: Model): Overlay {
  const { corpus, vocabulary } = model;
  const { entries } = corpus;
  const features = createLearnedFeatures(corpus, vocabulary);
  const words = createLearnedWeights(entries.length);
  const grams = createLearnedWeights(entries.length);
  const picked = createLearnedPhrasings();
  const rejected = createLearnedPhrasings();
  const known = new Set<string>();
  const places = new Map(entries.map(({ entry }, at) => [keyOf(entry), at] as const));
  const applied: string[] = [];
  const past: { readonly tokens: readonly Token[]; readonly entry: number }[] = [];
  const undos: Undo[] = [];

  function phrasingsAt(at: number): readonly string[] {
    const held = entries[at];
    return held === undefined ? [] : phrasingsOf(held.entry);
  }
  const knows = (stem: string) => features.has(stem);
  // By what this overlay knows, whatever the model serves with meanwhile.
  const reading = { ...model, learned: { knows } };
  const tokensOf = (text: string) => repairTokens(reading, readMessage(reading, text));
  const isKnown = (entry: number, text: string) => known.has(`${entry} ${plain(text)}`);

  // Few phrasings are looked at anew with each lesson's idf; many know what is rare by themselves.
  const ownCounts = new Int32Array(entries.length);
  const ownSize = corpus.starts.at(-1) ?? 0;
  const isOwnIndexed = ownSize <= tuning.mostOwn;
  if (isOwnIndexed) {
    entries.forEach(({ entry }, at) => {
      const stems = stemsIn(languageAtPlace(corpus.languages[at] ?? 0));
      for (const text of phrasingsOf(entry)) {
        const tokens = analyse(text, stems);
        features.count(tokens);
        picked.add(at, text, features.vectorsOf(tokens).words);
        ownCounts[at] = (ownCounts[at] as number) + 1;
      }
    });
  }
  const learnedCount = (entry: number) => picked.countOf(entry) - (ownCounts[entry] ?? 0);

  function moveBy(
    weights: LearnedWeights,
    vector: readonly LearnedFeature[],
    base: Float32Array,
    entry: number,
    changes: WeightChanges,
  ) {
    const scores = base.slice();
    weights.score(vector, 1, scores);
    const step = softmaxStep(scores, entry, tuning.rate);
    if (step !== undefined) weights.move(vector, step.entries, step.steps, changes);
  }

  /** A and B each learn from their own mistakes, as in training. */
  function pull(tokens: readonly Token[], entry: number, undo: Pick<Undo, 'words' | 'grams'>) {
    const vectors = features.vectorsOf(tokens);
    const base = trainedVotes(model, tokens);
    moveBy(words, vectors.words, base.words, entry, undo.words);
    moveBy(grams, vectors.grams, base.grams, entry, undo.grams);
    return vectors;
  }

  function push(tokens: readonly Token[], from: readonly number[], rate: number, undo: Undo) {
    const vectors = features.vectorsOf(tokens);
    const steps = from.map(() => -rate);
    words.move(vectors.words, from, steps, undo.words);
    grams.move(vectors.grams, from, steps, undo.grams);
    return vectors;
  }

  function teach(lesson: Lesson): Undo {
    const tokens = tokensOf(lesson.text);
    const undo = { tokens, words: nothing(), grams: nothing(), phrasing: undefined, past: false };
    features.count(tokens);
    if (lesson.kind === 'gap') {
      push(tokens, bestEntries(vote(tokens), 3), tuning.gap, undo);
      return undo;
    }
    const entry = places.get(keyOf(lesson.entry)) ?? -1;
    if (entry < 0) return undo;
    if (lesson.kind === 'rejection') {
      const vectors = push(tokens, [entry], tuning.rejection, undo);
      rejected.add(entry, lesson.text, vectors.words);
      return { ...undo, phrasing: rejected };
    }
    const vectors = pull(tokens, entry, undo);
    for (let again = 0; again < tuning.replays && past.length > 0; again++) {
      const earlier = past[scatter(applied.length * 7 + again) % past.length];
      if (earlier !== undefined) pull(earlier.tokens, earlier.entry, undo);
    }
    past.push({ tokens, entry });
    const isNew =
      !isKnown(entry, lesson.text) &&
      learnedCount(entry) < tuning.mostPhrasings &&
      !phrasingsAt(entry).some((text) => plain(text) === plain(lesson.text));
    if (!isNew) return { ...undo, past: true };
    known.add(`${entry} ${plain(lesson.text)}`);
    picked.add(entry, lesson.text, vectors.words);
    return { ...undo, past: true, phrasing: picked };
  }

  function takeBack(undo: Undo) {
    if (undo.phrasing !== undefined) {
      const last = undo.phrasing.size - 1;
      if (undo.phrasing === picked) {
        known.delete(`${picked.entryOf(last)} ${plain(picked.textOf(last))}`);
      }
      undo.phrasing.pop();
    }
    if (undo.past) past.pop();
    grams.restore(undo.grams);
    words.restore(undo.words);
    features.discount(undo.tokens);
  }

  function voteOn(
    on: Model,
    placeOf: (at: number) => number,
    tokens: readonly Token[],
    steps?: Float32Array[],
  ) {
    const base = baseVotes(on, tokens);
    const vector = features.vectorsOf(tokens);
    const byWords = new Float32Array(entries.length);
    const byGrams = new Float32Array(entries.length);
    words.score(vector.words, tuning.words, byWords);
    grams.score(vector.grams, tuning.grams, byGrams);
    const { tops, bm25 } = nearestPicked(vector.words);
    const lowered = nearestRejected(vector.words);
    const learned = isOwnIndexed ? picked.size - ownSize : picked.size;
    const bm25Weight = bm25WeightFor(corpus.phrasingsPerEntry + learned / (entries.length || 1));
    // What customers say tells more than what the written words mean, and moves no senses.
    const senseBy = (senseWeight * ownSize) / (ownSize + learned || 1);
    const size = on.corpus.entries.length;
    const afterWords = new Float32Array(size);
    const afterGrams = new Float32Array(size);
    const nearestAt = new Float32Array(size);
    const scores = new Float32Array(size);
    for (let at = 0; at < size; at++) {
      const place = placeOf(at);
      const first = tuning.words * (base.words[at] as number) + (byWords[place] ?? 0);
      const second = first + tuning.grams * (base.grams[at] as number) + (byGrams[place] ?? 0);
      const own = isOwnIndexed ? 0 : (base.nearest[at] as number);
      const near = tuning.nearest * nearestOf(own, tops.get(place));
      const ownBm25 = isOwnIndexed ? 0 : (base.bm25[at] as number);
      const sense = senseBy * (base.sense[at] as number);
      const fit = second + near + sense + bm25Weight * Math.max(ownBm25, bm25.get(place) ?? 0);
      afterWords[at] = first;
      afterGrams[at] = second;
      nearestAt[at] = near / nearestWeight;
      if (fit === 0) continue;
      scores[at] =
        fit - tuning.handicap * handicapOf(place) - tuning.rejected * (lowered.get(place) ?? 0);
    }
    const shown = (sense: number) => (sense * senseBy) / senseWeight;
    steps?.push(afterWords, afterGrams, nearestAt, base.sense.map(shown));
    return scores;
  }

  const vote = (tokens: readonly Token[]) => voteOn(model, (at) => at, tokens);

  function servedTo(on: Model): Learned {
    const own = on.corpus.entries.map(({ entry }) => places.get(keyOf(entry)) ?? -1);
    const placeOf = on === model ? (at: number) => at : (at: number) => own[at] ?? -1;
    return {
      vote: (tokens, steps) => voteOn(on, placeOf, tokens, steps),
      knows,
      explain(tokens) {
        const explain = learnedReasons(tokens, features, picked, isOwnIndexed ? ownSize : 0);
        return (at) => explain(placeOf(at));
      },
    };
  }

  /** An entry with many learned phrasings is near to everything by mere number. */
  function handicapOf(entry: number): number {
    const learned = learnedCount(entry);
    if (learned === 0) return 0;
    const own = phrasingsAt(entry).length;
    return 1 / Math.sqrt(1 + own) - 1 / Math.sqrt(1 + own + learned);
  }

  /** By entry how near its learned phrasings are, and the best share of BM25; else missing. */
  function nearestPicked(vector: readonly LearnedFeature[]) {
    const bm25 = new Map<number, number>();
    const tops = new Map<number, number[]>();
    const found = picked.match(vector);
    for (let at = 0; at < picked.size; at++) {
      const entry = picked.entryOf(at);
      const similarity = found.nearest[at] as number;
      const share = found.bm25[at] as number;
      if (share > (bm25.get(entry) ?? 0)) bm25.set(entry, share);
      if (similarity < leastSimilarity) continue;
      const top = tops.get(entry);
      if (top === undefined) tops.set(entry, [similarity]);
      else top.push(similarity);
    }
    return { tops, bm25 };
  }

  /** By entry how much the message is like one that it was rejected for. */
  function nearestRejected(vector: readonly LearnedFeature[]): Map<number, number> {
    const most = new Map<number, number>();
    const { nearest } = rejected.match(vector);
    for (let at = 0; at < rejected.size; at++) {
      const entry = rejected.entryOf(at);
      const similarity = nearest[at] as number;
      if (similarity >= alike && similarity > (most.get(entry) ?? 0)) most.set(entry, similarity);
    }
    return most;
  }

  return {
    model,
    applied,
    apply(lesson) {
      undos.push(teach(lesson));
      applied.push(lesson.id);
      if (undos.length > undosKept) undos.shift();
    },
    get undoable() {
      return undos.length;
    },
    takeBackLast() {
      const undo = undos.pop();
      if (undo === undefined) return;
      takeBack(undo);
      applied.pop();
    },
    servedTo,
  };
}

/** The more phrasings there are, the less plain word matching counts; as in votes.ts, but slower. */
const bm25WeightFor = (phrasingsPerEntry: number) =>
  1 - 0.75 * Math.min(1, Math.max(0, (phrasingsPerEntry - 2) / tuning.fall));

const keyOf = ({ base, id }: { readonly base: string; readonly id: string }) =>
  JSON.stringify([base, id]);

/** Texts that differ only in case and blanks are one phrasing. */
const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Scatters small numbers evenly over 32 bits (Knuth's multiplicative hashing). */
const scatter = (value: number) => Math.imul(value, 2_654_435_761) >>> 0;
