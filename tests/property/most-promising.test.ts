import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostPromising } from '../../lib/engine/index/most-promising';

const wanted = 200;
const steps = 512;

/** In 512 steps of the best score, the highest step that 200 reach; all that score where there are fewer. */
function plainPromising(scores: Float32Array): number[] | undefined {
  const highest = Math.max(0, ...scores);
  if (highest === 0) return undefined;
  const scale = steps / highest;
  const places = [...scores.keys()].filter((at) => (scores[at] ?? 0) > 0);
  const reaching = (step: number) => places.filter((at) => (scores[at] ?? 0) * scale >= step);
  let step = steps;
  while (step > 0 && reaching(step).length < wanted) step--;
  return reaching(step);
}

it('the most promising entries are the best 200 of all, and what scores about as high', () => {
  const some = fc.record({
    count: fc.integer({ min: 0, max: 1_500 }),
    /** The larger, the fewer score high. */
    slope: fc.constantFrom(0, 1, 3, 8, 20),
    values: fc.infiniteStream(fc.float({ min: -0.25, max: 1, noNaN: true })),
  });
  fc.assert(
    fc.property(some, ({ count, slope, values }) => {
      const scores = new Float32Array(count);
      for (let at = 0; at < count; at++) {
        const value = values.next().value ?? 0;
        scores[at] = value > 0 ? value ** (1 + slope) : value;
      }
      expect(mostPromising(scores)).toEqual(plainPromising(scores));
    }),
    { numRuns: process.env['CUECARD_LONG'] ? 2_000 : 100 },
  );
});
