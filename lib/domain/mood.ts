import type { TextRange } from './suggestion';

export const moods = ['calm', 'pleased', 'worried', 'frustrated', 'angry'] as const;
export type Mood = (typeof moods)[number];

/** A word or sign of a message that shows a mood: `text` is what stands at `range`. */
export type MoodWord = {
  readonly text: string;
  readonly range: TextRange;
  readonly mood: Mood;
};

export type MoodReading = {
  readonly mood: Mood;
  /** From 0 to 1; only good for comparing readings with each other. */
  readonly confidence: number;
  /** In the order of the message, of every mood that was found in it. */
  readonly words: readonly MoodWord[];
};
