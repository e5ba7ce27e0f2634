import type { SuggestionKind } from '../../domain/suggestion';
import { type Correction, corrected } from './correction';
import type { LeastScore } from './least-scores';

/**
 * Logistic fits of "this entry answers the message" on the first three entries for each message:
 * trained, on 11 sets (BANKING77, BANKING50 with near-domain strays, CLINC150, HWU64 and our own two,
 * with 5 phrasings an entry up to all), every set with the same weight (docs/reliability.md); untrained,
 * on 23 of that kind. Only what a message shows is counted: what a whole base shows, such as its size,
 * made the fit worse on bases that it had not seen.
 */
const fits = {
  trained: {
    constant: -3.198,
    score: 0.946,
    ahead: 2.778,
    lead: 3.467,
    han: -0.574,
    hanScore: 5.052,
    hanAhead: 3.371,
  },
  untrained: {
    constant: -2.12,
    score: 6.19,
    ahead: 27.8,
    lead: 0,
    han: 0.33,
    hanScore: 0,
    hanAhead: 0,
  },
} as const;

/** Where a base could not be asked (self-check.ts), nothing is suggested with the best under this. */
const leastBest = 0.17;
/** How sure the best must be with a score that almost no question of the base has, or few have. */
const leastUnlikely = 0.5;
const leastDoubtful = 0.4;
/** Under the best one, entries down to this stay in view: people read three cards at a glance. */
const leastOther = 0.01;
/** From here 95 of 100 first cards were right on the sets above; from `understood`, 67. */
const direct = 0.84;
const understood = 0.5;

export type Standing = {
  readonly score: number;
  /** The score less that of the best other entry; negative for all but the best. */
  readonly ahead: number;
  /** Its share of a softmax over the best entries (see `leadsOf`). */
  readonly lead: number;
  /** Share of the message's tokens that are runs of Han or the like. */
  readonly hanShare: number;
  readonly trained: boolean;
  /** How few phrasings its base has (few-phrasings.ts). */
  readonly fewness: number;
};

/**
 * With one phrasing an entry the fits, made from five on, are too sure, the more so the surer they
 * are (docs/engine.design.md). Under the odds at which a card is silent nothing is taken off.
 */
const doubt = { constant: 0.6, odds: 0.38 } as const;

/** The logarithm of the odds that the entry answers the message, before a base's own correction. */
export function oddsOf({ score, ahead, lead, hanShare, trained, fewness }: Standing): number {
  const fit = trained ? fits.trained : fits.untrained;
  const han = fit.han + fit.hanScore * score + fit.hanAhead * ahead;
  const odds =
    fit.constant + fit.score * score + fit.ahead * ahead + fit.lead * lead + han * hanShare;
  return trained ? odds - fewness * Math.max(0, doubt.constant + doubt.odds * odds) : odds;
}

/** How likely it is, from 0 to 1, that the entry answers the message. */
export function confidenceOf(odds: number, correction: Correction): number {
  return 1 / (1 + Math.exp(-corrected(odds, correction)));
}

const leadTemperature = 6;

/** As many rivals as the fit was made with. */
export const mostRivals = 8;

/**
 * For each score its share of a softmax over the eight best: two near rivals leave little to each.
 * In a small base the missing rivals count as ones of score 0, or a lone weak entry would lead.
 */
export function leadsOf(scores: readonly number[]): number[] {
  const top = scores[0] ?? 0;
  const powers = scores.map((score) => Math.exp(leadTemperature * (score - top)));
  const missing = Math.max(0, mostRivals - scores.length) * Math.exp(-leadTemperature * top);
  const sum = powers.slice(0, mostRivals).reduce((total, power) => total + power, missing);
  return powers.map((power) => power / sum);
}

export function kindOf(confidence: number): SuggestionKind {
  if (confidence >= direct) return 'direct';
  return confidence >= understood ? 'understood' : 'guided';
}

/** @param least the scores that the entry's base asks for, where it could tell them */
export function isEnough(
  { score, confidence }: { readonly score: number; readonly confidence: number },
  least: LeastScore | undefined,
): boolean {
  if (least === undefined) return confidence >= leastBest;
  if (score < least.sure) return confidence >= leastUnlikely;
  return score >= least.doubtful || confidence >= leastDoubtful;
}

export function isWorthALook(confidence: number): boolean {
  return confidence >= leastOther;
}

/** With the help of what was said before no card is direct: the customer did not ask just that. */
export const surestWithEarlier = direct - 0.01;

/** Nor with a score that is low for its base: a stray message may be far ahead of all rivals. */
export const surestUnusual = direct - 0.01;

/** From here on a sentence's own best entry gets a place in view: a second question. */
export const leastClaim = 0.5;

/**
 * Score from which on small talk may answer. A greeting nearly as phrased scores about 1; of our
 * own questions that happen to share a word with small talk, most score under 0.5.
 */
export const leastTalk = 0.6;
