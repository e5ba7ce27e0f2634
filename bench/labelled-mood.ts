import type { Mood } from '../lib/domain/mood';

/** A message, and how its writer was meant to sound. */
export type LabelledMood = { readonly text: string; readonly mood: Mood };
