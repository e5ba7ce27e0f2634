import type { EngineEntry } from '../../../lib/engine/engine';
import { clearLanguageOf } from '../../../lib/engine/rank/own-language';
import { analyse, type Token } from '../../../lib/engine/text/analyse';
import { wordFeatures } from '../../../lib/engine/text/features';
import { isRunKey } from '../../../lib/engine/text/runs';
import { isLarge, type NaiveBase, naiveBase } from './naive-base';
import { naiveKeywordVotes } from './naive-keyword-votes';
import { type NaiveWeights, naiveWeights, narrow, wide } from './naive-linear-vote';
import { naiveRepair } from './naive-repair';
import { naiveSense, senseSlack } from './naive-sense-vote';
import { gramKeys, type Vector, weighed, wordKeys } from './naive-vectors';

export type NaiveScore = {
  readonly entry: EngineEntry;
  readonly score: number;
  /** Of it votes A and B, which in a large base is all that counts of entries that are not among the best by them. */
  readonly linear: number;
  /** How far the product's score may lie from it, which keeps weights in 8 bits. */
  readonly slack: number;
};

export type NaiveEngine = {
  /** A message as its sentences, each with the mark that ends it, which stand one behind the other. */
  scores(sentences: readonly string[]): NaiveScore[];
};

const nothing = { nearest: 0, bm25: 0, isNamed: false };

/** What floats of 32 bits add to it. */
const floatSlack = 1e-4;

/**
 * The whole ranking of a message by what engine.design.md says, without an index: for English, Chinese and both,
 * without lessons.
 * @param fresh entries that came after the others were trained, not yet trained themselves; where one has the id
 * of another, that one is gone
 */
export function naiveEngine(
  written: readonly EngineEntry[],
  fresh: readonly EngineEntry[] = [],
): NaiveEngine {
  const base = naiveBase(written);
  const beside = naiveBase(fresh, base);
  const rules = { words: { ...narrow, epochs: 5 }, grams: { ...narrow, epochs: 3 } };
  const isWide = written.length > 500;
  const trained = (space: 'words' | 'grams') =>
    naiveWeights(vectorsOf(base, space), isWide ? wide : rules[space]);
  const centroids = (space: 'words' | 'grams') =>
    naiveWeights(vectorsOf(beside, space), { ...narrow, epochs: 0 });
  const sense = naiveSense(base);
  const parts = [
    { of: base, words: trained('words'), grams: trained('grams'), isExact: false },
    { of: beside, words: centroids('words'), grams: centroids('grams'), isExact: true },
  ] as const;
  const all = [...base.entries, ...beside.entries];
  const perEntry = all.reduce((sum, { phrasings }) => sum + phrasings.length, 0) / all.length;
  // M counts 1 with two phrasings an entry, a quarter from six on.
  const weightOfS = isLarge(all.length) ? 0.75 : 0.6;
  const weightOfM = 1 - 0.75 * Math.min(1, Math.max(0, (perEntry - 2) / 4));
  // Where an entry is new, its own number for a feature counts only if the base has none.
  const idf = (key: string) => beside.idf(key);
  const knows = (stem: string) => idf(stem) > 0;
  const repairs = [base, beside].map((part) => naiveRepair(part, knows));
  const repaired = (token: Token) =>
    repairs.map((repair) => repair(token)).find((each) => each !== token) ?? token;

  function vote(tokens: readonly Token[]): NaiveScore[] {
    const unknown = wordFeatures(tokens)
      .filter(({ key, kind }) => idf(key) === 0 && kind !== 'pair' && kind !== 'concept')
      // What a large base skips as too common it knows.
      .filter(({ key }) => !base.skips(key))
      // As rare as a feature can be in its script.
      .map(({ key }) => Math.log(1 + base.phrasingsIn(isRunKey(key))) + 1);
    const unknownWords = unknown.reduce((sum, rarity) => sum + rarity, 0);
    const unknownSquares = unknown.reduce((sum, rarity) => sum + rarity ** 2, 0);
    const words = wordKeys(tokens).filter((key) => idf(key) !== 0);
    const grams = gramKeys(tokens).filter((key) => idf(key) !== 0);
    const vector = weighed(words, idf, unknownSquares);
    const gramVector = weighed(grams, idf, unknownSquares);
    return parts.flatMap((part) => {
      const a = votesOf(part.words, vector);
      const b = votesOf(part.grams, gramVector);
      const keywords = naiveKeywordVotes(part.of, { words, idf, vector, unknownWords });
      const s = sense(tokens, part.of);
      const weightSlack = part.isExact
        ? 0
        : 0.3 * part.words.slack(vector) + part.grams.slack(gramVector);
      return part.of.entries.map(({ entry }, at) => {
        const { nearest, bm25, isNamed } = keywords[at] ?? nothing;
        const linear = 0.3 * (a[at] ?? 0) + (b[at] ?? 0);
        // In a large base only entries that have a word of the message are asked for its sense.
        const meaning = isNamed || !isLarge(all.length) ? (s[at] ?? 0) : 0;
        const score = linear + 0.3 * nearest + weightOfM * bm25 + weightOfS * meaning;
        const slack = weightSlack + (s[at] === 0 ? 0 : weightOfS * senseSlack) + floatSlack;
        return { entry, score, linear, slack };
      });
    });
  }

  return {
    scores(sentences) {
      const text = sentences.join(' ');
      const tokens = analyse(text).map(repaired);
      const own = ownLanguage(text, all);
      const score = (said: readonly Token[]) => vote(said).map(own);
      const whole = score(tokens);
      const isLong = text.length >= 160 || (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 40;
      const isInViews = sentences.length > 2 || (sentences.length === 2 && isLong);
      if (!isInViews) return whole;
      let end = -1;
      const views = sentences.map((sentence) => {
        const start = end + 1;
        end = start + sentence.length;
        return { start, end };
      });
      // Of more than twelve the first and the last six.
      const read = views.length <= 12 ? views : [...views.slice(0, 6), ...views.slice(-6)];
      const bySentence = read.map((view) =>
        score(tokens.filter((token) => token.start >= view.start && token.end <= view.end)),
      );
      return whole.map((each, at) => {
        const best = [each, ...bySentence.map((scores) => lessened(scores[at] ?? each, 0.9))];
        const slack = Math.max(...best.map((one) => one.slack));
        return { ...each, score: Math.max(...best.map((one) => one.score)), slack };
      });
    },
  };
}

const votesOf = ({ rows }: NaiveWeights, message: Vector) =>
  rows.map((row) =>
    [...message].reduce((sum, [key, value]) => sum + value * (row.get(key) ?? 0), 0),
  );

function vectorsOf({ entries, idf }: NaiveBase, space: 'words' | 'grams'): Vector[][] {
  return entries.map(({ phrasings }) => phrasings.map((phrasing) => weighed(phrasing[space], idf)));
}

const lessened = (score: NaiveScore, by: number): NaiveScore => ({
  ...score,
  score: score.score * by,
  linear: score.linear * by,
  slack: score.slack * by,
});

/** Entries of another language count 0.6 where there are any in the customer's ("own-language"). */
function ownLanguage(text: string, all: NaiveBase['entries']) {
  const language = clearLanguageOf(text);
  const met = new Set(all.map(({ entry }) => entry.language));
  const own = language === 'zh' ? 'zh' : 'en';
  return (score: NaiveScore) => {
    const isForeign = score.entry.language !== own && !score.entry.alsoIn?.includes(own);
    return language !== undefined && met.size > 1 && isForeign ? lessened(score, 0.6) : score;
  };
}
