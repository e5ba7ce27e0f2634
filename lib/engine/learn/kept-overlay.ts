import { print53 } from '../../domain/words-print';
import type { Token } from '../text/analyse';
import { stemOf } from '../text/stem';
import type { KeptFeatures } from './learned-features';
import type { KeptPhrasings } from './learned-phrasings';
import type { KeptWeights } from './learned-weights';
import type { Lesson } from './lesson';

/** Where a text was repaired: the place of a token, and the word that was meant. */
export type Repair = readonly [token: number, meant: string];

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

/** What `repairTokens` changed. */
export const repairsIn = (read: readonly Token[], repaired: readonly Token[]): Repair[] =>
  repaired.flatMap((token, at) => (token === read[at] ? [] : [[at, token.word] as const]));

export function withRepairs(read: readonly Token[], repairs: readonly Repair[]): Token[] {
  const tokens = [...read];
  for (const [at, word] of repairs) {
    const token = tokens[at];
    if (token !== undefined) tokens[at] = { ...token, word, stem: stemOf(word) };
  }
  return tokens;
}
