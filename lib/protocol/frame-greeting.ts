import * as v from 'valibot';

/**
 * The one window message between console script and framed panel: it carries the port. The nonce
 * proves that it comes from the script for which the panel was opened, not from the page.
 */
export const frameGreetingSchema = v.strictObject({
  type: v.literal('cuecard.port'),
  nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
});
export type FrameGreeting = v.InferOutput<typeof frameGreetingSchema>;
