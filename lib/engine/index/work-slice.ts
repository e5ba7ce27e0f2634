/** Work that is worth handing back control for: some tenths of a millisecond. */
export const leastYield = 20_000;

/** Stands for a step of some milliseconds that cannot be cut, such as copying a long array. */
export const wholeStep = 400_000;
