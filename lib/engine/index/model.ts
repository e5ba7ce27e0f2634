import type { LearnedReason } from '../learn/learned-reasons';
import { type Eligible, eligibleFor } from '../rank/eligible';
import { fewnessOf } from '../rank/few-phrasings';
import type { LeastScores } from '../rank/least-scores';
import type { EngineCue } from '../rank/ranking';
import { alikeness, noSenses, turnedSense } from '../sense/sense-rows';
import { senseOf } from '../sense/word-senses';
import type { Token } from '../text/analyse';
import { languageAtPlace } from '../text/entry-language';
import type { Spelling } from '../text/spelling';
import { stemsIn } from '../text/stem';
import type { Corpus } from './corpus';
import type { FreshEntries } from './fresh-entries';
import { scoreFrozen } from './frozen-ranker';
import type { KeywordIndex } from './keyword-index';
import type { Scorer } from './scorer';
import type { Segment } from './segment';
import type { Sparse } from './sparse';
import type { Vocabulary } from './vocabulary';

/** What lessons add to a model; overlay.ts makes it. */
export type Learned = {
  /** As `voteOn`. */
  vote(tokens: readonly Token[], steps?: Float32Array[]): Float32Array;
  knows(stem: string): boolean;
  /** Why entries fit a message, as far as lessons say so. */
  explain(tokens: readonly Token[]): (entry: number) => LearnedReason;
};

/**
 * All that a message is scored with: the segment, and behind its entries the fresh ones. Entries
 * that are gone keep their place in the corpus and get scores; they are never eligible.
 */
export type Model = {
  readonly vocabulary: Vocabulary;
  readonly corpus: Corpus;
  readonly keywords: KeywordIndex;
  readonly spelling: Spelling;
  /** Those beside English whose stems the entries have, in a fixed order. */
  readonly languages: readonly string[];
  /** Both are missing as long as the segment is not trained. */
  readonly words: Scorer | undefined;
  readonly grams: Scorer | undefined;
  /**
   * How near each entry is to these words in sense, from -1 to 1; nothing when none has one, or as
   * long as the segment is not trained.
   */
  sense(tokens: readonly Token[]): ((entry: number) => number) | undefined;
  /** What the bases told of themselves; empty until they were asked. */
  readonly leastScores: LeastScores;
  /** How few phrasings a base has, from 0 to 1. */
  fewness(base: string): number;
  /** What lessons add; missing as long as there are none. */
  learned: Learned | undefined;
  /** The places of the entries that may be suggested for a cue of this day and origin. */
  eligible(cue: Pick<EngineCue, 'today' | 'origin'>): Eligible;
};

/** An agent's open consoles; days only follow each other. */
const mostOrigins = 12;

export function createModel(segment: Segment, fresh: FreshEntries | undefined): Model {
  const entries = fresh === undefined ? segment.held : [...segment.held, ...fresh.held];
  const eligibleOn = new Map<string, Eligible>();
  const size = segment.held.length;
  let fewnesses: ReturnType<typeof fewnessOf> | undefined;
  const { trained } = segment;
  const isGoneAt = (at: number) => entries[at]?.isGone === true;
  const corpus =
    fresh === undefined
      ? { ...segment, entries, phrasingsPerEntry: perEntry(segment.starts) }
      : joinedCorpus();
  return {
    learned: undefined,
    languages: stemLanguagesOf(corpus.languages),
    leastScores: segment.leastScores ?? new Map(),
    fewness(base) {
      fewnesses ??= fewnessOf(entries);
      return fewnesses.get(base) ?? 0;
    },
    vocabulary: segment.vocabulary,
    corpus,
    keywords: fresh === undefined ? segment.keywords : joinedKeywords(fresh),
    spelling: {
      repair: (word) => segment.spelling.repair(word) ?? fresh?.spelling.repair(word),
    },
    words: trained && scorer('words'),
    grams: trained && scorer('grams'),
    sense(tokens) {
      if (trained === undefined) return undefined;
      const places = tokens.flatMap(({ stem }) => senseOf(stem) ?? []);
      const message = turnedSense(places, trained.senseFrame);
      if (message === undefined) return undefined;
      const share = shareWithoutHan(tokens);
      return (entry) =>
        share *
        (entry < size
          ? alikeness(message, trained.senses, entry)
          : alikeness(message, fresh?.senses ?? noSenses, entry - size));
    },
    eligible({ today, origin }) {
      const key = JSON.stringify([today, origin]);
      const known = eligibleOn.get(key);
      if (known !== undefined) return known;
      const eligible = eligibleFor(entries, { today, ...(origin && { origin }) }, isGoneAt);
      if (eligibleOn.size >= mostOrigins) eligibleOn.clear();
      eligibleOn.set(key, eligible);
      return eligible;
    },
  };

  function scorer(space: 'words' | 'grams'): Scorer | undefined {
    const weights = trained?.[space];
    if (weights === undefined) return undefined;
    return {
      score(vector, scores) {
        scoreFrozen(weights, vector, scores);
        fresh?.[space].score(vector, scores.subarray(size));
      },
    };
  }

  function joinedCorpus(): Corpus {
    const { starts, idf, idfUnknown, languages: own } = fresh as FreshEntries;
    const before = segment.starts.at(-1) ?? 0;
    const joined = new Int32Array(entries.length + 1);
    joined.set(segment.starts);
    for (let at = 1; at < starts.length; at++) joined[size + at] = before + (starts[at] as number);
    return {
      entries,
      starts: joined,
      idf,
      features: segment.features,
      idfUnknown,
      phrasingsPerEntry: perEntry(joined),
      languages: joinedBytes(segment.languages, own),
    };
  }

  /** The BM25 weight of the words that only fresh entries have: in the segment they are unknown. */
  function freshWords({ ids, values }: Sparse): number {
    let sum = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      if (id < segment.features || !segment.vocabulary.isWord(id)) continue;
      sum += (values[at] as number) * (corpus.idf[id] as number);
    }
    return sum;
  }

  function joinedKeywords({ keywords }: FreshEntries): KeywordIndex {
    const { keywords: own } = segment;
    const joined = (one: Float32Array, other: Float32Array) => {
      const both = new Float32Array(one.length + other.length);
      both.set(one);
      both.set(other, one.length);
      return both;
    };
    const joinedEntries = (one: Int32Array, other: Int32Array) => {
      const both = new Int32Array(one.length + other.length);
      both.set(one);
      for (let at = 0; at < other.length; at++)
        both[one.length + at] = size + (other[at] as number);
      return both;
    };
    return {
      vote(counts, vector, unknownWords, soFar) {
        const foreign = unknownWords + freshWords(counts);
        const votes = own.vote(counts, vector, foreign, soFar?.subarray(0, size));
        const others = keywords.vote(counts, vector, unknownWords);
        return {
          entries: joinedEntries(votes.entries, others.entries),
          nearest: joined(votes.nearest, others.nearest),
          bm25: joined(votes.bm25, others.bm25),
        };
      },
      similarities: (vector, entry) =>
        entry < size
          ? own.similarities(vector, entry)
          : keywords.similarities(vector, entry - size),
      holds: (id, entry) =>
        entry < size ? own.holds(id, entry) : keywords.holds(id, entry - size),
    };
  }
}

function joinedBytes(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function stemLanguagesOf(places: Uint8Array): string[] {
  const met = [...new Set(places)].sort((a, b) => a - b);
  return [...new Set(met.map((place) => stemsIn(languageAtPlace(place))))].filter(Boolean);
}

const perEntry = (starts: Int32Array) =>
  starts.length < 2 ? 0 : (starts.at(-1) ?? 0) / (starts.length - 1);

/** An English name in a Chinese question says little of what it is about. */
function shareWithoutHan(tokens: readonly Token[]): number {
  let han = 0;
  let other = 0;
  for (const { isRun, word } of tokens) {
    if (isRun) han += word.length;
    else other++;
  }
  return other / (other + han);
}
