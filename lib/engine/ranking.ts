import type { SuggestionKind, TextRange } from '../domain/suggestion';

export type Ranked = {
  readonly base: string;
  readonly id: string;
  /** The votes' sum; only good for comparing within one answer. */
  readonly score: number;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly kind: SuggestionKind;
  /** The matched words as the customer wrote them, and where they stand in the cue's text. */
  readonly words: string[];
  readonly inMessage: TextRange[];
  /** The entry's phrasing that is nearest to what the customer wrote. */
  readonly phrasing?: string;
};

export type EngineCue = {
  readonly text: string;
  /** What the customer wrote before, oldest first. */
  readonly earlier?: readonly string[];
  /** The agent's day as YYYY-MM-DD: entries that are not valid on it are left out. */
  readonly today: string;
};

export type Ranking = {
  /** Best first, all above the threshold; empty when nothing fits. */
  readonly suggestions: Ranked[];
  /** Under the threshold, at most five. */
  readonly related: Ranked[];
};
