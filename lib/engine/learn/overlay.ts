import type { EntryRef } from '../../domain/pick';
import { phrasingsOf } from '../../domain/words-print';
import type { Learned, Model } from '../index/model';
import { baseVotes, senseWeight, trainedVotes } from '../rank/votes';
import { analyse, type Token } from '../text/analyse';
import { languageAtPlace } from '../text/entry-language';
import { readMessage } from '../text/read-message';
import { repairTokens } from '../text/repair-tokens';
import { stemsIn } from '../text/stem';
import { createLearnedFeatures, type LearnedFeature } from './learned-features';
import { createLearnedPhrasings, type LearnedPhrasings } from './learned-phrasings';
import { learnedReasons } from './learned-reasons';
import { learnedVote } from './learned-vote';
import { createLearnedWeights, type LearnedWeights, type WeightChanges } from './learned-weights';
import { learningTuning as tuning } from './learning-tuning';
import type { Lesson } from './lesson';
import { clearSaid, createSaid } from './said';
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
  /**
   * Looks at the base's own phrasings where there are few, for about so many steps; true when none is
   * left. Lessons come after it.
   */
  prepare(steps: number): boolean;
  readonly isPrepared: boolean;
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
/** Looking at one of the base's own phrasings takes about as long as so many row places. */
const phrasingSteps = 10_000;

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
  const places = placesOf(entries);
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
  /** The first entry whose own phrasings are not looked at yet. */
  let ahead = isOwnIndexed ? 0 : entries.length;
  function prepare(steps: number): boolean {
    for (let left = steps; ahead < entries.length && left > 0; ahead++) {
      const stems = stemsIn(languageAtPlace(corpus.languages[ahead] ?? 0));
      for (const text of phrasingsAt(ahead)) {
        const tokens = analyse(text, stems);
        features.count(tokens);
        picked.add(ahead, text, features.vectorsOf(tokens).words);
        ownCounts[ahead] = (ownCounts[ahead] as number) + 1;
        left -= phrasingSteps;
      }
    }
    return ahead === entries.length;
  }

  /** Of the message at hand. */
  const said = createSaid(entries.length);
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
    const entry = places(lesson.entry);
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
    said.handicaps[entry] = handicapOf(entry);
    return { ...undo, past: true, phrasing: picked };
  }

  function takeBack(undo: Undo) {
    if (undo.phrasing !== undefined) {
      const last = undo.phrasing.size - 1;
      const entry = undo.phrasing.entryOf(last);
      const text = undo.phrasing.textOf(last);
      undo.phrasing.pop();
      if (undo.phrasing === picked) {
        known.delete(`${entry} ${plain(text)}`);
        said.handicaps[entry] = handicapOf(entry);
      }
    }
    if (undo.past) past.pop();
    grams.restore(undo.grams);
    words.restore(undo.words);
    features.discount(undo.tokens);
  }

  function voteOn(
    on: Model,
    places: Int32Array | undefined,
    tokens: readonly Token[],
    steps?: Float32Array[],
  ) {
    const vector = features.vectorsOf(tokens);
    words.score(vector.words, tuning.words, said.words, said.reached);
    grams.score(vector.grams, tuning.grams, said.grams, said.reached);
    sayNearest(vector.words);
    sayRejected(vector.words);
    const learned = isOwnIndexed ? picked.size - ownSize : picked.size;
    const weights = {
      bm25: bm25WeightFor(corpus.phrasingsPerEntry + learned / (entries.length || 1)),
      // What customers say tells more than what the written words mean, and moves no senses.
      sense: (senseWeight * ownSize) / (ownSize + learned || 1),
      hasOwn: isOwnIndexed,
    };
    const scores = learnedVote(baseVotes(on, tokens), said, weights, places, steps);
    clearSaid(said);
    return scores;
  }

  const vote = (tokens: readonly Token[]) => voteOn(model, undefined, tokens);

  function servedTo(on: Model): Learned {
    const own = on === model ? undefined : placesIn(on);
    return {
      vote: (tokens, steps) => voteOn(on, own, tokens, steps),
      knows,
      explain(tokens) {
        const explain = learnedReasons(tokens, features, picked, isOwnIndexed ? ownSize : 0);
        return (at) => explain(own === undefined ? at : (own[at] ?? -1));
      },
    };
  }

  /** Where the entries of a later model stand here; -1 for those that came since. */
  function placesIn(on: Model): Int32Array {
    const later = on.corpus.entries;
    const placesIn = new Int32Array(later.length);
    for (let at = 0; at < later.length; at++) {
      const held = later[at];
      // Nearly all stand where they stood.
      if (held !== undefined) placesIn[at] = held === entries[at] ? at : places(held.entry);
    }
    return placesIn;
  }

  /** An entry with many learned phrasings is near to everything by mere number. */
  function handicapOf(entry: number): number {
    const learned = learnedCount(entry);
    if (learned === 0) return 0;
    const own = phrasingsAt(entry).length;
    return 1 / Math.sqrt(1 + own) - 1 / Math.sqrt(1 + own + learned);
  }

  /** Says how near the learned phrasings of each entry are, and their best share of BM25. */
  function sayNearest(vector: readonly LearnedFeature[]): void {
    const { topAt, tops, bm25, reached } = said;
    const found = picked.match(vector);
    for (let at = 0; at < picked.size; at++) {
      const entry = picked.entryOf(at);
      const similarity = found.nearest[at] as number;
      const share = found.bm25[at] as number;
      // Whatever the message is, its handicap counts.
      reached.add(entry);
      if (share > (bm25[entry] as number)) bm25[entry] = share;
      if (similarity < leastSimilarity) continue;
      const top = topAt[entry] as number;
      if (top === 0) topAt[entry] = tops.push([similarity]);
      else tops[top - 1]?.push(similarity);
    }
  }

  /** Says how much the message is like one that an entry was rejected for. */
  function sayRejected(vector: readonly LearnedFeature[]): void {
    const { lowered, reached } = said;
    const { nearest } = rejected.match(vector);
    for (let at = 0; at < rejected.size; at++) {
      const entry = rejected.entryOf(at);
      const similarity = nearest[at] as number;
      if (similarity < alike || similarity <= (lowered[entry] as number)) continue;
      lowered[entry] = similarity;
      reached.add(entry);
    }
  }

  return {
    model,
    applied,
    prepare,
    get isPrepared() {
      return ahead === entries.length;
    },
    apply(lesson) {
      prepare(Number.POSITIVE_INFINITY);
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

/** Gives the place of an entry, -1 for one that is not there. */
function placesOf(entries: Model['corpus']['entries']): (ref: EntryRef) => number {
  const byBase = new Map<string, Map<string, number>>();
  entries.forEach(({ entry: { base, id } }, at) => {
    const own = byBase.get(base) ?? new Map<string, number>();
    if (own.size === 0) byBase.set(base, own);
    own.set(id, at);
  });
  return ({ base, id }) => byBase.get(base)?.get(id) ?? -1;
}

/** Texts that differ only in case and blanks are one phrasing. */
const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Scatters small numbers evenly over 32 bits (Knuth's multiplicative hashing). */
const scatter = (value: number) => Math.imul(value, 2_654_435_761) >>> 0;
