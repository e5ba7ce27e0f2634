/** Does short pieces of work in their order, and lets whatever else is due in between. */
export function oneByOne(pieces: readonly (() => void)[]): void {
  const [next, ...more] = pieces;
  if (next === undefined) return;
  setTimeout(() => {
    next();
    oneByOne(more);
  });
}
