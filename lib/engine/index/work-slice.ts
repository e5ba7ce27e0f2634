/** Work that is worth handing back control for: some tenths of a millisecond. */
export const leastYield = 20_000;
