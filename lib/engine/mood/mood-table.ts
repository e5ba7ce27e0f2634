import type { Mood } from '../../domain/mood';

/**
 * Phrases, parted by commas, by how much each says. In a phrase `(a/b)` is one of several, `word*`
 * any word that begins so, `#` a number, and `…` up to three words or six Han characters of the
 * same clause.
 */
export type MoodTable = {
  readonly [mood in Mood]: { readonly strong?: string; readonly plain?: string; weak?: string };
} & {
  /** Looks like a mood but shows none: the words are passed over. */
  readonly none: string;
};

/** Words around a phrase that change what it says. Same notation, single words or characters. */
export type MoodModifiers = {
  readonly negators: string;
  /** May stand between a negator or an intensifier and what it belongs to. */
  readonly between: string;
  readonly intensifiers: string;
  readonly softeners: string;
};

/** What a phrase of each strength adds to its mood. A calm message starts with 1. */
export const strengths = { strong: 3, plain: 2, weak: 0.5 } as const;
