import type { SuggestionKind } from '../domain/suggestion';

/**
 * Logistic fits of "this entry answers the message" on the first three entries for each message of
 * six public set-ups (BANKING77, BANKING50 with near-domain strays, CLINC150, HWU64; 5 and 20
 * phrasings an entry) and our own two sets, every set with the same weight. A score says little by
 * itself; how far it is ahead of the other entries says most. Chinese scores run lower, as each
 * message has about two features a character and few of them recur.
 */
const fits = {
  trained: { constant: -2.45, score: 2.36, ahead: 7.29, han: 0.67 },
  untrained: { constant: -2.12, score: 6.19, ahead: 27.8, han: 0.33 },
} as const;

/**
 * With the best entry under this, nothing is suggested. The more phrasings the entries have, the more
 * an unsure best says that none fits: on our own messages (bench:rank-own) the higher limit holds
 * back 18 of 100 right answers with 9 phrasings an entry, and 5 with 26.
 */
const leastBest = { few: 0.17, many: 0.25 } as const;
const few = 10;
const many = 25;
/** Under the best one, entries down to this stay in view: people read three cards at a glance. */
const leastOther = 0.01;
/** From here 93 of 100 first cards were right on the sets above; from `understood`, 67. */
const direct = 0.8;
const understood = 0.5;

export type Standing = {
  readonly score: number;
  /** The score less that of the best other entry; negative for all but the best. */
  readonly ahead: number;
  /** Share of the message's tokens that are Han. */
  readonly hanShare: number;
  readonly trained: boolean;
};

/** How likely it is, from 0 to 1, that the entry answers the message. */
export function confidenceOf({ score, ahead, hanShare, trained }: Standing): number {
  const fit = trained ? fits.trained : fits.untrained;
  const odds = fit.constant + fit.score * score + fit.ahead * ahead + fit.han * hanShare;
  return 1 / (1 + Math.exp(-odds));
}

export function kindOf(confidence: number): SuggestionKind {
  if (confidence >= direct) return 'direct';
  return confidence >= understood ? 'understood' : 'guided';
}

/** @param phrasingsPerEntry the base's mean */
export function isEnough(confidence: number, isBest: boolean, phrasingsPerEntry: number): boolean {
  if (!isBest) return confidence >= leastOther;
  const share = Math.min(1, Math.max(0, (phrasingsPerEntry - few) / (many - few)));
  return confidence >= leastBest.few + share * (leastBest.many - leastBest.few);
}

/** With the help of what was said before no card is direct: the customer did not ask just that. */
export const surestWithEarlier = direct - 0.01;

/** From here on a sentence's own best entry gets a place in view: a second question. */
export const leastClaim = 0.5;

/**
 * Score from which on small talk may answer. A greeting nearly as phrased scores about 1; of our
 * own questions that happen to share a word with small talk, most score under 0.5.
 */
export const leastTalk = 0.6;
