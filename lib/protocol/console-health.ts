import * as v from 'valibot';
import { insertStep } from './insert-step';

/** What of a recipe no longer fits the page. A closed list: no word of a page can get in. */
export const breaks = ['list', 'roles', 'composer', 'inserts'] as const;
export type Break = (typeof breaks)[number];

/** Console script → panel: whether the recipe that fits this page still reads it. */
export const healthToldSchema = v.strictObject({
  type: v.literal('console.health'),
  consoleId: v.pipe(v.string(), v.maxLength(300)),
  broken: v.nullable(v.picklist(breaks)),
});

const at = v.pipe(v.number(), v.integer(), v.minValue(0));
const name = v.pipe(v.string(), v.maxLength(300));

/** What is known of how a console is doing. Times in ms since 1970; nothing that anybody wrote. */
export const consoleHealthSchema = v.strictObject({
  host: name,
  consoleId: name,
  /** When the message list was last found, and who wrote in it. */
  readAt: v.exactOptional(at),
  roles: v.pipe(
    v.array(v.picklist(['customer', 'agent', 'bot', 'note', 'system'])),
    v.maxLength(5),
  ),
  /** The step by which the last insertion was verified, and when. */
  insertedBy: v.exactOptional(insertStep),
  insertedAt: v.exactOptional(at),
  /** Insertions that failed since. */
  failed: at,
  broken: v.nullable(v.picklist(breaks)),
  brokenAt: v.exactOptional(at),
});
export type ConsoleHealth = v.InferOutput<typeof consoleHealthSchema>;
