/**
 * What this hub, or this extension, speaks with the other. Counts up with every change of a message
 * between them; tests/unit/protocol/version.test.ts pins each number to a hash of those schemas.
 */
export const hubVersion = 1;

/**
 * The oldest other side that what is sent is still understood by: raised to `hubVersion` when a
 * message changes so that an older one would lose something of it, as with a new field of an entry.
 */
export const oldestUnderstanding = 1;
