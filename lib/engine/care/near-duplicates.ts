import { textLanguageOf } from '../../domain/text-language';
import type { EngineEntry } from '../engine-entry';
import { analyse } from '../text/analyse';
import { languageOfTexts } from '../text/entry-language';
import { type Feature, wordFeatures } from '../text/features';
import { stemsIn } from '../text/stem';
import { isTopic } from '../text/topic-words';
import { type FactDifference, factDifferences, isNegated } from './answer-facts';

export type EntryPair = {
  /** `contradiction`: near-equal questions or answers, but the answers differ in what they name. */
  readonly kind: 'duplicate' | 'contradiction';
  /** Places in the list of entries. */
  readonly one: number;
  readonly other: number;
  /** The phrasings nearest to each other. */
  readonly phrasings: { readonly one: string; readonly other: string };
  /** Cosines, from 0 to 1. */
  readonly questions: number;
  readonly answers: number;
  readonly differences: readonly FactDifference[];
};

type Vector = ReadonlyMap<number, number>;
/** `rare`: its features in the order of their rarity, as far as two alike texts must share one. */
type Text = {
  readonly entry: number;
  readonly text: string;
  readonly vector: Vector;
  readonly rare: readonly number[];
};

/** From here two phrasings ask the same, and from here two answers say the same. */
const sameQuestion = 0.8;
const sameAnswer = 0.95;
/** And from here by the words that carry a topic alone, in whatever order: so many at least. */
const sameTopics = 0.94;
const fewestTopics = 2;
const fewestSigns = 4;
/** Shorter answers are alike by chance. */
const leastAnswerLetters = 30;
const anyRun = /\p{Script=Han}/u;
/** What more texts than this share tells none of them apart. */
const mostSharing = 150;

/**
 * The entries of one base that ask the same or answer the same. A generator, so that a worker can
 * take it in slices; it yields after each entry and returns the pairs, the most alike first.
 */
export function* findNearDuplicates(
  entries: readonly EngineEntry[],
): Generator<void, EntryPair[], void> {
  const { all: answers } = yield* vectorsOf(
    entries.map(({ answer: text }, entry) => ({
      entry,
      text,
      stems: stemsIn(textLanguageOf(text)),
    })),
    sameAnswer,
    ({ kind }) => kind === 'stem' || kind === 'signs',
  );
  const asked = entries.flatMap(({ title, phrasings }, entry) => {
    const texts = [...new Set([...phrasings, title])];
    const stems = stemsIn(languageOfTexts(texts));
    return texts.map((text) => ({ entry, text, stems }));
  });
  const maySame = (one: Text, other: Text) => isNegated(one.text) === isNegated(other.text);
  // What differs only by a word of the same concept may be two questions after all.
  const { all: questions, topics } = yield* vectorsOf(
    asked,
    sameQuestion,
    ({ kind }) => kind !== 'concept',
  );
  const byQuestion = new Map([
    ...(yield* nearest(topics, sameTopics, (one, other) => {
      const fewest = anyRun.test(one.text) ? fewestSigns : fewestTopics;
      return Math.min(one.vector.size, other.vector.size) >= fewest && maySame(one, other);
    })),
    ...(yield* nearest(questions, sameQuestion, maySame)),
  ]);
  const byAnswer = yield* nearest(answers, sameAnswer, ({ text }, other) => {
    return Math.min(text.length, other.text.length) >= leastAnswerLetters;
  });
  const found = new Map([...byAnswer, ...byQuestion]);
  const pairs: EntryPair[] = [];
  for (const [key, { one, other, alike }] of found) {
    const first = entries[one.entry];
    const second = entries[other.entry];
    if (first === undefined || second === undefined || neverMeet(first, second)) continue;
    const isAsked = byQuestion.has(key);
    const differences = factDifferences(first.answer, second.answer);
    pairs.push({
      kind: differences.length > 0 ? 'contradiction' : 'duplicate',
      one: one.entry,
      other: other.entry,
      phrasings: isAsked
        ? { one: one.text, other: other.text }
        : { one: first.title, other: second.title },
      questions: isAsked ? alike : 0,
      answers: cosine(answers[one.entry]?.vector, answers[other.entry]?.vector),
      differences,
    });
    yield;
  }
  return pairs.sort((a, b) => rankOf(b) - rankOf(a));
}

/** Contradictions first: customers hear the wrong thing. */
const rankOf = ({ kind, questions, answers }: EntryPair) =>
  (kind === 'contradiction' ? 10 : 0) + questions + answers;

/** Entries of different seasons may say different things. */
function neverMeet(one: EngineEntry, other: EngineEntry): boolean {
  const [late, early] = [one.validFrom ?? '', other.validFrom ?? ''];
  return late > (other.validUntil ?? '9') || early > (one.validUntil ?? '9');
}

/**
 * tf-idf vectors of length 1, and the same of the features that carry a topic alone.
 * @param counts which features do
 */
function* vectorsOf(
  texts: readonly { readonly entry: number; readonly text: string; readonly stems: string }[],
  least: number,
  counts: (feature: Feature) => boolean,
): Generator<void, { readonly all: Text[]; readonly topics: Text[] }, void> {
  const ids = new Map<string, number>();
  const topicIds = new Set<number>();
  const df: number[] = [];
  const counted: { entry: number; text: string; times: Map<number, number> }[] = [];
  for (const { entry, text, stems } of texts) {
    const times = new Map<number, number>();
    const tokens = analyse(text, stems);
    for (const feature of wordFeatures(tokens)) {
      if (!counts(feature)) continue;
      const { key } = feature;
      let id = ids.get(key);
      if (id === undefined) {
        id = ids.size;
        ids.set(key, id);
        df.push(0);
        if (isTopic(feature, tokens)) topicIds.add(id);
      }
      if (!times.has(id)) df[id] = (df[id] as number) + 1;
      times.set(id, (times.get(id) ?? 0) + 1);
    }
    counted.push({ entry, text, times });
    yield;
  }
  const all: Text[] = [];
  const topics: Text[] = [];
  const idf = (id: number) => Math.log((1 + texts.length) / (1 + (df[id] as number))) + 1;
  for (const { entry, text, times } of counted) {
    const raw = Array.from(times, ([id, count]) => [id, (1 + Math.log(count)) * idf(id)] as const);
    const textOf = (weights: typeof raw, least: number): Text => {
      const length = Math.sqrt(weights.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
      const vector = new Map(weights.map(([id, value]) => [id, value / length]));
      const byRarity = [...vector.keys()].sort(
        (one, other) => (df[one] as number) - (df[other] as number) || one - other,
      );
      return { entry, text, vector, rare: mustShare(byRarity, vector, least) };
    };
    all.push(textOf(raw, least));
    const topical = raw.filter(([id]) => topicIds.has(id));
    topics.push(textOf(topical, sameTopics));
    yield;
  }
  return { all, topics };
}

/**
 * As many of the rarest features as needed for the others together to be shorter than `least`: texts
 * that share none of these cannot be that much alike (prefix filtering, Bayardo et al. 2007).
 */
function mustShare(byRarity: readonly number[], vector: Vector, least: number): number[] {
  let left = 1;
  const rare: number[] = [];
  for (const id of byRarity) {
    if (left < least * least) break;
    rare.push(id);
    left -= (vector.get(id) ?? 0) ** 2;
  }
  return rare;
}

type Near = { readonly one: Text; readonly other: Text; readonly alike: number };

/** For each pair of entries the two texts most alike, where they are alike enough. */
function* nearest(
  texts: readonly Text[],
  least: number,
  mayPair: (one: Text, other: Text) => boolean,
): Generator<void, Map<string, Near>, void> {
  const rows = new Map<number, number[]>();
  for (let at = 0; at < texts.length; at++) {
    for (const id of texts[at]?.rare ?? []) {
      const row = rows.get(id);
      if (row === undefined) rows.set(id, [at]);
      else row.push(at);
    }
    yield;
  }
  const found = new Map<string, Near>();
  for (let at = 0; at < texts.length; at++) {
    const one = texts[at] as Text;
    const candidates = new Set<number>();
    for (const id of one.rare) {
      const row = rows.get(id) ?? [];
      if (row.length > mostSharing) continue;
      for (const other of row) if (other > at) candidates.add(other);
    }
    for (const candidate of candidates) {
      const other = texts[candidate] as Text;
      if (other.entry === one.entry) continue;
      const alike = cosine(one.vector, other.vector);
      const key = `${one.entry} ${other.entry}`;
      if (alike < least || alike <= (found.get(key)?.alike ?? 0) || !mayPair(one, other)) continue;
      found.set(key, { one, other, alike });
    }
    yield;
  }
  return found;
}

function cosine(one: Vector | undefined, other: Vector | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [id, value] of few) sum += value * (many.get(id) ?? 0);
  return Math.min(1, sum);
}
