/** So many are sorted, or merged, between two yields: a millisecond or two. */
const atOnce = 4_096;
/** A comparison takes about as long as so many row places. */
const comparisonWork = 20;

/** The values in order, sorted in steps: 100,000 at once take a tenth of a second. Yields its work. */
export function* sortInSlices<Each>(
  values: Iterable<Each>,
  compare: (a: Each, b: Each) => number,
): Generator<number, Each[], void> {
  let sorted = [...values];
  const work = atOnce * Math.log2(atOnce) * comparisonWork;
  const count = sorted.length;
  let parts: Each[] = [];
  for (let from = 0; from < count; from += atOnce) {
    const part = sorted.slice(from, from + atOnce).sort(compare);
    for (const each of part) parts.push(each);
    yield work;
  }
  [sorted, parts] = [parts, sorted];
  for (let width = atOnce; width < count; width *= 2) {
    for (let from = 0; from < count; from += 2 * width) {
      const middle = Math.min(from + width, count);
      const end = Math.min(from + 2 * width, count);
      let left = from;
      let right = middle;
      for (let at = from; at < end; at++) {
        const one = sorted[left] as Each;
        const other = sorted[right] as Each;
        const isLeft = left < middle && (right >= end || compare(one, other) <= 0);
        parts[at] = isLeft ? one : other;
        if (isLeft) left++;
        else right++;
        if (at % atOnce === 0) yield atOnce * comparisonWork;
      }
    }
    [sorted, parts] = [parts, sorted];
  }
  return sorted;
}
