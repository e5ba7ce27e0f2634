import { readFileSync } from 'node:fs';
import { type Mood, moods } from '../lib/domain/mood';
import { moodOf } from '../lib/engine/mood';
import type { LabelledMood } from './labelled-mood';
import { learnMoods } from './learned-moods';

export { moodOf };

export const moodLanguages = ['en', 'zh'] as const;
type MoodLanguage = (typeof moodLanguages)[number];

/**
 * `development` are the even lines of a file, which were read while the rules were tuned; the odd
 * ones, `held-back`, were only ever measured.
 */
export const moodHalves = ['all', 'held-back', 'development'] as const;
type MoodHalf = (typeof moodHalves)[number];

export function readMoods(language: MoodLanguage, half: MoodHalf): LabelledMood[] {
  return readFileSync(new URL(`../tests/fixtures/mood/${language}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .filter((_, at) => half === 'all' || (at % 2 === 1) === (half === 'development'))
    .map((line) => JSON.parse(line) as LabelledMood);
}

export type MoodFigures = {
  readonly macroF1: number;
  readonly accuracy: number;
  readonly f1: Readonly<Record<Mood, number>>;
  /** How many of a mood (row) were read as a mood (column). */
  readonly confusion: Readonly<Record<Mood, Readonly<Record<Mood, number>>>>;
};

/** Shares from 0 to 1. */
export function measureMoods(
  messages: readonly LabelledMood[],
  read: (message: LabelledMood) => Mood = ({ text }) => moodOf(text).mood,
): MoodFigures {
  const empty = (): Record<Mood, number> => ({
    calm: 0,
    pleased: 0,
    worried: 0,
    frustrated: 0,
    angry: 0,
  });
  const confusion: Record<Mood, Record<Mood, number>> = {
    calm: empty(),
    pleased: empty(),
    worried: empty(),
    frustrated: empty(),
    angry: empty(),
  };
  for (const message of messages) {
    confusion[message.mood][read(message)]++;
  }
  const f1 = empty();
  let right = 0;
  for (const mood of moods) {
    const hits = confusion[mood][mood];
    const said = moods.reduce((sum, other) => sum + confusion[other][mood], 0);
    const are = moods.reduce((sum, other) => sum + confusion[mood][other], 0);
    f1[mood] = said + are === 0 ? 1 : (2 * hits) / (said + are);
    right += hits;
  }
  const macroF1 = moods.reduce((sum, mood) => sum + f1[mood], 0) / moods.length;
  return { macroF1, accuracy: right / Math.max(messages.length, 1), f1, confusion };
}

/** Learned from the development half, measured on the other. */
export function measureLearnedMoods(language: MoodLanguage): MoodFigures {
  const read = learnMoods(readMoods(language, 'development'));
  return measureMoods(readMoods(language, 'held-back'), ({ text }) => read(text));
}
