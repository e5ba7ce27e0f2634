import * as v from 'valibot';
import { pageFields } from '../domain/slots';
import { fieldsSchema } from './conversation-schema';
import { mostShared, mostTaught } from './most-recipes';
import { recipeSchema } from './recipe';
import { count } from './wire-types';

const words = v.pipe(v.string(), v.maxLength(160));

/** What a person may point at in the page besides the two messages and the reply box. */
export const taughtFields = ['customer', ...pageFields] as const;
export type TaughtField = (typeof taughtFields)[number];
const taughtField = v.picklist(taughtFields);

/** What of the page the recipe in the making reads: the proof that it reads right. */
const teachReadingSchema = v.strictObject({
  customer: count,
  agent: count,
  composer: v.boolean(),
  customerName: v.nullable(words),
  fields: fieldsSchema,
  latest: v.pipe(
    v.array(v.strictObject({ role: v.picklist(['customer', 'agent', 'neither']), text: words })),
    v.maxLength(4),
  ),
});
export type TeachReading = v.InferOutput<typeof teachReadingSchema>;

export const teachSteps = ['customer', 'agent', 'composer', 'field', 'check'] as const;

export const teachStateSchema = v.strictObject({
  step: v.picklist(teachSteps),
  /** What is pointed at in the step `field`. */
  field: v.nullable(taughtField),
  /** Why the last click was not taken. */
  problem: v.nullable(v.picklist(['same-row', 'alike', 'no-composer', 'no-words', 'not-read'])),
  /** What the keyboard or the pointer is at; `at` counts from 1, and is 0 for the pointer. */
  candidate: v.nullable(v.strictObject({ words, at: count, of: count })),
  reading: v.nullable(teachReadingSchema),
  /** Complete from the step `check` on, with the key of the conversation that it was made on. */
  made: v.nullable(
    v.strictObject({ recipe: recipeSchema, key: v.pipe(v.string(), v.maxLength(300)) }),
  ),
});
export type TeachState = v.InferOutput<typeof teachStateSchema>;

/** Panel → console script: pointing out how a console is read. */
export const teachWishes = [
  v.strictObject({ type: v.literal('teach.start') }),
  /** By the keyboard: on to another candidate, take it, or go a step back. */
  v.strictObject({
    type: v.literal('teach.move'),
    to: v.picklist(['next', 'previous', 'pick', 'back']),
  }),
  v.strictObject({ type: v.literal('teach.field'), field: taughtField }),
  v.strictObject({ type: v.literal('teach.stop') }),
  /** Paints what is read now, as long as the person compares. */
  v.strictObject({ type: v.literal('teach.show'), isShown: v.boolean() }),
  /** The recipes that go before the bundled ones, first the first. */
  v.strictObject({
    type: v.literal('recipes.use'),
    recipes: v.pipe(v.array(recipeSchema), v.maxLength(mostTaught + mostShared)),
  }),
] as const;

/** Console script → panel; null when nobody is teaching any more. */
export const teachToldSchema = v.strictObject({
  type: v.literal('teach.state'),
  state: v.nullable(teachStateSchema),
});
