import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finished } from '../../lib/engine/index/fresh-entries';
import { sortInSlices } from '../../lib/engine/index/sort-in-slices';

type Pair = { readonly key: number; readonly at: number };
const byKey = (one: Pair, other: Pair) => one.key - other.key;

it('gives what a stable sort gives, however long the list is', () => {
  const lengths = fc.oneof(fc.nat(20), fc.constantFrom(4_095, 4_096, 4_097, 9_000, 13_001));
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 5_000 }), fc.nat(), (length, keys, seed) => {
      const pairs = Array.from({ length }, (_, at): Pair => {
        return { key: Math.imul(at + seed, 2_654_435_761) % keys, at };
      });
      expect(finished(sortInSlices(pairs, byKey))).toEqual([...pairs].sort(byKey));
    }),
    { numRuns: 40 },
  );
});

it('yields again and again, so that no step sorts a long list whole', () => {
  const steps = [
    ...sortInSlices(
      Array.from({ length: 50_000 }, (_, at) => -at),
      (a, b) => a - b,
    ),
  ];
  expect(steps.length).toBeGreaterThan(12);
});
