import type { Entry } from './entry';
import type { Language } from './language';

/** The same words in code, statistics and on cards: `understood` reads "Likely" there. */
export const suggestionKinds = ['small-talk', 'direct', 'understood', 'guided'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** Half-open range of UTF-16 offsets. */
export type TextRange = readonly [start: number, end: number];

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
