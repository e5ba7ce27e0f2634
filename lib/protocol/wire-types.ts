import * as v from 'valibot';

/** How many, which version, or when in ms; larger ones are no numbers for a database. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A time in ms since 1970, or none. */
export const time = v.nullable(count);
/** Of a base, an entry, a conversation: whatever the other process calls it. */
export const id = v.pipe(v.string(), v.maxLength(300));
/** What a person wrote in a line or two. */
export const text = v.pipe(v.string(), v.maxLength(4_000));
/** Why something was published, for the history. */
export const why = v.pipe(v.string(), v.trim(), v.maxLength(2_000));
/** 256 bits that nobody guesses. */
export const secret = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Of the answers of a base. */
export const language = v.picklist(['en', 'zh']);
