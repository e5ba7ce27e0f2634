import { phrasingsOf } from '../../domain/words-print';
import type { Learned, Model } from '../index/model';
import { baseVotes, createTrainedVotes, senseWeightFor } from '../rank/votes';
import { analyse, type Token } from '../text/analyse';
import { languageAtPlace } from '../text/entry-language';
import { readMessage } from '../text/read-message';
import { repairTokens } from '../text/repair-tokens';
import { stemsIn } from '../text/stem';
import { entryPlaces } from './entry-places';
import { type Earlier, type KeptOverlay, lessonPrint } from './kept-overlay';
import { learnPick } from './learn-pick';
import { createLearnedFeatures } from './learned-features';
import { createLearnedPhrasings, type LearnedPhrasings } from './learned-phrasings';
import { learnedReasons } from './learned-reasons';
import { bm25WeightFor, learnedVote } from './learned-vote';
import { createLearnedWeights, type WeightChanges } from './learned-weights';
import { learningTuning as tuning } from './learning-tuning';
import type { Lesson } from './lesson';
import { createPastPicks } from './past-picks';
import { plain } from './plain';
import { clearSaid, createSaid } from './said';
import { sayPicked, sayRejected } from './say';
import { bestEntries } from './softmax-step';

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
  /** All that the lessons made, for a session to come. */
  kept(model: number): KeptOverlay;
};

const undosKept = 128;
/** Looking at one of the base's own phrasings takes about as long as so many row places. */
const phrasingSteps = 10_000;

const nothing = (): WeightChanges => ({ rows: [], slots: [], before: [] });

/** @param earlier what to go on from; its lessons are applied then, and cannot be taken back singly */
export function createOverlay(model: Model, earlier?: Earlier): Overlay {
  const { corpus, vocabulary } = model;
  const { entries } = corpus;
  const kept = earlier?.kept;
  const features = createLearnedFeatures(corpus, vocabulary, kept?.features);
  const words = createLearnedWeights(entries.length, kept?.words);
  const grams = createLearnedWeights(entries.length, kept?.grams);
  const pickedFrom = [...(kept?.from.picked ?? [])];
  const rejectedFrom = [...(kept?.from.rejected ?? [])];
  const known = new Set<string>();
  const places = entryPlaces(entries);
  const applied: string[] = [];
  /** As many, and of the same lessons. */
  const prints = [...(kept?.lessons ?? [])];
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
  const textOf = (from: number | undefined) => earlier?.lessons[from ?? -1]?.text ?? '';
  const past = createPastPicks(kept, textOf);
  const ownTexts = kept && isOwnIndexed ? entries.flatMap((_, at) => phrasingsAt(at)) : [];
  const picked = createLearnedPhrasings(
    kept?.picked,
    (at) => ownTexts[at] ?? textOf(pickedFrom[at - ownTexts.length]),
  );
  const rejected = createLearnedPhrasings(kept?.rejected, (at) => textOf(rejectedFrom[at]));
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
  const trainedVotes = createTrainedVotes(model);
  const learnedCount = (entry: number) => picked.countOf(entry) - (ownCounts[entry] ?? 0);

  /** A and B each learn from their own mistakes, as in training. */
  function pull(tokens: readonly Token[], entry: number, undo: Pick<Undo, 'words' | 'grams'>) {
    const vectors = features.vectorsOf(tokens);
    const base = trainedVotes(tokens);
    learnPick(words, vectors.words, base.words, entry, undo.words);
    learnPick(grams, vectors.grams, base.grams, entry, undo.grams);
    return vectors;
  }

  function push(tokens: readonly Token[], from: readonly number[], rate: number, undo: Undo) {
    const vectors = features.vectorsOf(tokens);
    const steps = from.map(() => -rate);
    words.move(vectors.words, from, steps, undo.words);
    grams.move(vectors.grams, from, steps, undo.grams);
    return vectors;
  }

  if (earlier !== undefined) goOn(earlier);

  /** Takes over what follows from what was kept. */
  function goOn({ kept, lessons }: Earlier) {
    if (isOwnIndexed) {
      for (let at = 0; at < entries.length; at++) ownCounts[at] = phrasingsAt(at).length;
      ahead = entries.length;
    }
    for (const { id } of lessons.slice(0, kept.lessons.length)) applied.push(id);
    for (let at = ownTexts.length; at < picked.size; at++) {
      const entry = picked.entryOf(at);
      known.add(`${entry} ${plain(picked.textOf(at))}`);
      said.handicaps[entry] = handicapOf(entry);
    }
  }

  function teach(lesson: Lesson): Undo {
    const read = analyse(lesson.text);
    const tokens = tokensOf(lesson.text);
    const undo = { tokens, words: nothing(), grams: nothing(), phrasing: undefined, past: false };
    features.count(tokens);
    if (lesson.kind === 'gap') {
      push(tokens, bestEntries(vote(tokens), 3), tuning.gap, undo);
      return undo;
    }
    const entry = places.find(lesson.entry);
    if (entry < 0) return undo;
    if (lesson.kind === 'rejection') {
      const vectors = push(tokens, [entry], tuning.rejection, undo);
      rejected.add(entry, lesson.text, vectors.words);
      rejectedFrom.push(applied.length);
      return { ...undo, phrasing: rejected };
    }
    const vectors = pull(tokens, entry, undo);
    for (let again = 0; again < tuning.replays && past.length > 0; again++) {
      const drawn = past.draw(applied.length * 7 + again);
      pull(drawn.tokens, drawn.entry, undo);
    }
    past.push(entry, applied.length, read, tokens);
    const isNew =
      !isKnown(entry, lesson.text) &&
      learnedCount(entry) < tuning.mostPhrasings &&
      !phrasingsAt(entry).some((text) => plain(text) === plain(lesson.text));
    if (!isNew) return { ...undo, past: true };
    known.add(`${entry} ${plain(lesson.text)}`);
    picked.add(entry, lesson.text, vectors.words);
    pickedFrom.push(applied.length);
    said.handicaps[entry] = handicapOf(entry);
    return { ...undo, past: true, phrasing: picked };
  }

  function takeBack(undo: Undo) {
    if (undo.phrasing !== undefined) {
      const last = undo.phrasing.size - 1;
      const entry = undo.phrasing.entryOf(last);
      const text = undo.phrasing.textOf(last);
      undo.phrasing.pop();
      (undo.phrasing === picked ? pickedFrom : rejectedFrom).pop();
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
    sayPicked(said, picked, vector.words);
    sayRejected(said, rejected, vector.words);
    const learned = isOwnIndexed ? picked.size - ownSize : picked.size;
    const weights = {
      bm25: bm25WeightFor(corpus.phrasingsPerEntry + learned / (entries.length || 1)),
      // What customers say tells more than what the written words mean, and moves no senses.
      sense: (senseWeightFor(entries.length) * ownSize) / (ownSize + learned || 1),
      hasOwn: isOwnIndexed,
    };
    const scores = learnedVote(baseVotes(on, tokens), said, weights, places, steps);
    clearSaid(said);
    return scores;
  }

  const vote = (tokens: readonly Token[]) => voteOn(model, undefined, tokens);

  function servedTo(on: Model): Learned {
    const own = on === model ? undefined : places.of(on.corpus.entries);
    return {
      vote: (tokens, steps) => voteOn(on, own, tokens, steps),
      knows,
      explain(tokens) {
        const explain = learnedReasons(tokens, features, picked, isOwnIndexed ? ownSize : 0);
        return (at) => explain(own === undefined ? at : (own[at] ?? -1));
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
      prints.push(lessonPrint(lesson));
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
      prints.pop();
    },
    servedTo,
    kept(model) {
      const { from, repairs } = past.kept();
      return {
        features: features.kept(),
        words: words.kept(),
        grams: grams.kept(),
        picked: picked.kept(),
        rejected: rejected.kept(),
        from: {
          picked: Int32Array.from(pickedFrom),
          rejected: Int32Array.from(rejectedFrom),
          ...from,
        },
        repairs,
        lessons: Float64Array.from(prints),
        model,
      };
    },
  };
}
