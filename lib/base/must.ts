/**
 * Gives the value back, or throws when it is missing. For invariants only: a reader may take the
 * absence to be a bug in our own code, never bad input.
 */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`Expected ${what}`);
  return value;
}
