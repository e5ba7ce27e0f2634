import { confidenceOf } from '../lib/engine/rank/calibrate';
import {
  type Correction,
  correctionFrom,
  noCorrection,
  type Outcome,
} from '../lib/engine/rank/correction';
import type { LabelledSet } from './labelled-sets';

/** A card that was, or could have been, shown. `first`: on the first place. */
export type Card = Outcome & { readonly first: boolean; readonly half: 0 | 1 };

/** Shares from 0 to 1; `said` is the mean confidence of a tenth, `true` how often it was right. */
export type Point = { readonly said: number; readonly true: number; readonly share: number };

export type Reliability = {
  readonly name: string;
  readonly few: number | undefined;
  readonly messages: number;
  /** Expected calibration errors: first cards and the first three, as shipped and corrected. */
  readonly shipped: { readonly first: number; readonly three: number };
  readonly corrected: { readonly first: number; readonly three: number };
  readonly curve: readonly Point[];
  readonly cards: readonly Card[];
  /** Of the messages that no entry answers, how many got no card; NaN when there are none. */
  readonly silent: number;
  readonly noDirect: number;
  /** Of the messages, how many got a direct first card; of these, how many were right. */
  readonly direct: number;
  readonly directRight: number;
  /** Of those whose answer is among the best three, how many got no card. */
  readonly heldBack: number;
};

const today = '2026-11-22';

export function measureReliability({
  name,
  few,
  base,
  engine,
  messages,
}: LabelledSet): Reliability {
  const cards: Card[] = [];
  const counts = { stray: 0, silent: 0, noDirect: 0, found: 0, heldBack: 0, direct: 0, right: 0 };
  messages.forEach(({ text, gold, also }, at) => {
    const { suggestions, related } = engine.rank({ text, today }, { limit: 3 });
    const isRight = (each: { base: string; id: string }) =>
      each.base === base && (each.id === gold || each.id === also);
    const three = [...suggestions.filter(({ kind }) => kind !== 'small-talk'), ...related].slice(
      0,
      3,
    );
    three.forEach((each, place) => {
      const half = at % 2 === 0 ? 0 : 1;
      cards.push({ odds: each.odds, right: isRight(each), first: place === 0, half });
    });
    const [best] = suggestions;
    if (best?.kind === 'direct') {
      counts.direct++;
      if (isRight(best)) counts.right++;
    }
    const isSilent = suggestions.every(({ kind }) => kind === 'small-talk');
    if (gold === null) {
      counts.stray++;
      if (isSilent) counts.silent++;
      if (!suggestions.some(({ kind }) => kind === 'direct')) counts.noDirect++;
    } else if (three.some(isRight)) {
      counts.found++;
      if (isSilent) counts.heldBack++;
    }
  });
  // Each half is corrected by what happened in the other.
  const byHalf = [1, 0].map((other) => correctionFrom(cards.filter(({ half }) => half === other)));
  const shipped = pointsOf(cards, () => noCorrection);
  const corrected = pointsOf(cards, ({ half }) => byHalf[half] ?? noCorrection);
  return {
    name,
    few,
    messages: messages.length,
    shipped: { first: errorOf(shipped.first), three: errorOf(shipped.three) },
    corrected: { first: errorOf(corrected.first), three: errorOf(corrected.three) },
    curve: corrected.three,
    cards,
    silent: counts.silent / counts.stray,
    noDirect: counts.noDirect / counts.stray,
    direct: counts.direct / messages.length,
    directRight: counts.right / counts.direct,
    heldBack: counts.heldBack / counts.found,
  };
}

/** The errors of first cards with one correction for all these sets, fitted on all their outcomes. */
export function sharedErrors(sets: readonly Reliability[]): number[] {
  const shared = correctionFrom(sets.flatMap(({ cards }) => cards));
  return sets.map(({ cards }) => errorOf(pointsOf(cards, () => shared).first));
}

function pointsOf(cards: readonly Card[], correction: (card: Card) => Correction) {
  const graded = cards.map((card) => ({
    ...card,
    said: confidenceOf(card.odds, correction(card)),
  }));
  return { first: tenths(graded.filter(({ first }) => first)), three: tenths(graded) };
}

function tenths(cards: readonly { readonly said: number; readonly right: boolean }[]): Point[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = cards.filter(({ said }) => Math.min(9, Math.floor(said * 10)) === tenth);
    const mean = (sum: number) => (own.length === 0 ? 0 : sum / own.length);
    return {
      said: mean(own.reduce((sum, { said }) => sum + said, 0)),
      true: mean(own.filter(({ right }) => right).length),
      share: own.length / cards.length,
    };
  }).filter(({ share }) => share > 0);
}

const errorOf = (points: readonly Point[]) =>
  points.reduce((sum, point) => sum + point.share * Math.abs(point.said - point.true), 0);
