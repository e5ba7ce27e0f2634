import type { CueOrigin } from '../../domain/route';
import type { OutcomeKind, SuggestionKind, TextRange, VoteShares } from '../../domain/suggestion';

export type Ranked = {
  readonly base: string;
  readonly id: string;
  /** The votes' sum; only good for comparing within one answer. */
  readonly score: number;
  /** Log-odds before its base's correction: what an outcome of this card is told with. */
  readonly odds: number;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly kind: SuggestionKind;
  /** The matched words as the customer wrote them, and where they stand in the cue's text. */
  readonly words: string[];
  readonly inMessage: TextRange[];
  /** The entry's phrasing, written or learned, that is nearest to what the customer wrote. */
  readonly phrasing?: string;
  readonly votes: VoteShares;
};

export type EngineCue = {
  readonly text: string;
  /** What the customer wrote before, oldest first. */
  readonly earlier?: readonly string[];
  /** The agent's day as YYYY-MM-DD: entries that are not valid on it are left out. */
  readonly today: string;
  /** Where it comes from: chooses the exclusive bases. Without it none is left out. */
  readonly origin?: CueOrigin;
};

/** One of the message's questions with its own answers. */
export type RankedGroup = {
  /** Stays the same when the customer adds further lines, unless they ask this once more. */
  readonly key: string;
  /** Where the question stands in the cue's text. */
  readonly range: TextRange;
  readonly suggestions: Ranked[];
};

export type Ranking = {
  /** The kind of the best suggestion; `unknown` when there is none. */
  readonly kind: OutcomeKind;
  /** Best first, all above the threshold; empty when nothing fits. */
  readonly suggestions: Ranked[];
  /** Under the threshold, at most five. */
  readonly related: Ranked[];
  /** The message's questions in their order; a plain message is one. */
  readonly groups: RankedGroup[];
};
