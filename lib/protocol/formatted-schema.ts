import * as v from 'valibot';

const longest = 20_000;

/** Formatting as data: what becomes markup in the page is made there, of these three looks alone. */
export const formattedLineSchema = v.strictObject({
  listed: v.boolean(),
  runs: v.pipe(
    v.array(
      v.strictObject({
        text: v.pipe(v.string(), v.maxLength(longest)),
        bold: v.optional(v.boolean()),
        href: v.optional(
          // Read once more by `safeLink`, where it becomes a link.
          v.pipe(v.string(), v.maxLength(2_000), v.regex(/^(https?|mailto|tel):/i)),
        ),
      }),
    ),
    v.maxLength(2_000),
  ),
});
