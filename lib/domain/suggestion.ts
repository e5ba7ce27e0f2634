import type { Entry } from './entry';
import type { Language } from './language';

/** The same words in code, statistics and on cards: `understood` reads "Likely" there. */
export const suggestionKinds = ['small-talk', 'direct', 'understood', 'guided'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** What a whole cue got: the best card's kind, or `unknown` when nothing fits. */
export const outcomeKinds = [...suggestionKinds, 'unknown'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Half-open range of UTF-16 offsets. */
export type TextRange = readonly [start: number, end: number];

/** What each kind of evidence has in an entry's score; together 1. */
export type VoteShares = {
  /** Words, and words side by side, that tell this entry from the others. */
  readonly words: number;
  /** Parts of words: what survives typing slips. */
  readonly letters: number;
  /** How near the message is to the entry's phrasings as wholes. */
  readonly phrasings: number;
  /** Rare words that the message shares with one phrasing. */
  readonly keywords: number;
  /** How near the message's words are to the entry's in meaning. */
  readonly sense: number;
};

/** Why an entry was chosen, in a form that can be shown. */
export type Reasons = {
  /** The matched words as the customer wrote them. */
  readonly words: readonly string[];
  /** Where they stand in the cue's text. */
  readonly inMessage: readonly TextRange[];
  /** Where the same words stand in the answer's template. */
  readonly inAnswer: readonly TextRange[];
  /** The phrasing that is nearest to what the customer wrote. */
  readonly phrasing?: string;
  /** Where it comes from, when colleagues' picks taught it. */
  readonly source?: 'learned';
  readonly votes?: VoteShares;
};

/** A ranked entry, ready to be shown as a card. */
export type Suggestion = {
  readonly entry: Pick<
    Entry,
    'id' | 'base' | 'title' | 'asksFirst' | 'mustEdit' | 'updatedAt' | 'links'
  >;
  readonly baseName: string;
  readonly kind: SuggestionKind;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The answer's template in the language that fits the cue. */
  readonly answer: string;
  readonly language: Language;
  readonly reasons: Reasons;
  /** How often it was inserted on this machine. */
  readonly picks: number;
};

/** One of the questions that a cue asks, and what answers it. */
export type QuestionGroup = {
  /** Stays the same when the customer adds further lines. */
  readonly key: string;
  /** Where the question stands in the cue's text. */
  readonly range: TextRange;
  /** Best first; empty when nothing fits. */
  readonly suggestions: readonly Suggestion[];
};
