import { print53 } from '../../domain/words-print';
import type { Token } from '../text/analyse';
import type { KeptFeatures } from './learned-features';
import type { KeptPhrasings } from './learned-phrasings';
import type { KeptWeights } from './learned-weights';
import type { Lesson } from './lesson';

/** Where a text was read otherwise than by its words alone: the place of a token, what was meant, its stem. */
export type Repair = readonly [token: number, meant: string, stem: string];

/** An overlay between two sessions; texts are found in the lessons and the entries. */
export type KeptOverlay = {
  readonly features: KeptFeatures;
  readonly words: KeptWeights;
  readonly grams: KeptWeights;
  readonly picked: KeptPhrasings;
  readonly rejected: KeptPhrasings;
  /** Of which lessons, by their place, the phrasings and the picks were, and of which entries these. */
  readonly from: {
    readonly picked: Int32Array;
    readonly rejected: Int32Array;
    readonly past: Int32Array;
    readonly pastEntries: Int32Array;
  };
  /** By pick, for those that have any. */
  readonly repairs: readonly (readonly [pick: number, repairs: readonly Repair[]])[];
  /** A print of each lesson that was applied, in their order. */
  readonly lessons: Float64Array;
  /** A print of the model that they were applied to. */
  readonly model: number;
};

/** What an earlier session kept, and the lessons that it was made of. */
export type Earlier = { readonly kept: KeptOverlay; readonly lessons: readonly Lesson[] };

export const lessonPrint = (lesson: Lesson): number =>
  print53(
    JSON.stringify([
      lesson.id,
      lesson.kind,
      lesson.text,
      ...('entry' in lesson ? [lesson.entry.base, lesson.entry.id] : []),
    ]),
  );

/** Whether these lessons begin with those that an overlay was made of. */
export function beginsWith(lessons: readonly Lesson[], prints: Float64Array): boolean {
  return (
    prints.length <= lessons.length &&
    prints.every((print, at) => lessonPrint(lessons[at] as Lesson) === print)
  );
}

/** What the words known at the time changed: repairs, and stems of their language. */
export const repairsIn = (read: readonly Token[], repaired: readonly Token[]): Repair[] =>
  repaired.flatMap(({ word, stem }, at) =>
    word === read[at]?.word && stem === read[at]?.stem ? [] : [[at, word, stem] as const],
  );

export function withRepairs(read: readonly Token[], repairs: readonly Repair[]): Token[] {
  const tokens = [...read];
  for (const [at, word, stem] of repairs) {
    const token = tokens[at];
    if (token !== undefined) tokens[at] = { ...token, word, stem };
  }
  return tokens;
}
