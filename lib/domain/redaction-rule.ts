/** What a team puts out of sight besides mails and numbers: order numbers, policy numbers, … */
export type RedactionRule = {
  /** Stands in its place, as ‹name›. */
  readonly name: string;
  /**
   * How it is written: `#` for a digit, `@` for a Latin letter, `+` after either for one or more, and every
   * other sign for itself, in any case. `HB-######`, `@@#+`.
   */
  readonly pattern: string;
};
