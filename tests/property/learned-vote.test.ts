import fc from 'fast-check';
import { expect, it } from 'vitest';
import { learnedVote, type VoteWeights } from '../../lib/engine/learn/learned-vote';
import { learningTuning as tuning } from '../../lib/engine/learn/learning-tuning';
import { nearestOf } from '../../lib/engine/learn/nearest-of';
import { clearSaid, createSaid } from '../../lib/engine/learn/said';
import { nearestWeight, senseWeightFor, type Votes } from '../../lib/engine/rank/votes';

/** What is said of one entry. */
type Saying = {
  readonly words: number;
  readonly grams: number;
  readonly tops: readonly number[];
  readonly bm25: number;
  readonly lowered: number;
  readonly handicap: number;
};
const nothing: Saying = { words: 0, grams: 0, tops: [], bm25: 0, lowered: 0, handicap: 0 };

/** The plain form: entry after entry, whatever is said of it. */
function plainVote(
  { words, grams, nearest, bm25, sense }: Votes,
  said: ReadonlyMap<number, Saying>,
  weights: VoteWeights,
  placeOf: (at: number) => number,
  steps: Float32Array[],
): Float32Array {
  const scores = new Float32Array(words.length);
  const after = [0, 1, 2, 3].map(() => new Float32Array(words.length));
  words.forEach((word, at) => {
    const own = said.get(placeOf(at)) ?? nothing;
    const first = tuning.words * word + Math.fround(own.words);
    const second = first + tuning.grams * (grams[at] ?? 0) + Math.fround(own.grams);
    const written = weights.hasOwn ? 0 : (nearest[at] ?? 0);
    const tops = own.tops.length === 0 ? undefined : own.tops;
    const near = tuning.nearest * nearestOf(written, tops);
    const keywords = Math.max(weights.hasOwn ? 0 : (bm25[at] ?? 0), Math.fround(own.bm25));
    const fit = second + near + weights.sense * (sense[at] ?? 0) + weights.bm25 * keywords;
    const lowered = tuning.rejected * Math.fround(own.lowered);
    if (fit !== 0) scores[at] = fit - tuning.handicap * own.handicap - lowered;
    const senseAt = ((sense[at] ?? 0) * weights.sense) / senseWeightFor(words.length);
    [first, second, near / nearestWeight, senseAt].forEach((value, step) => {
      (after[step] as Float32Array)[at] = value;
    });
  });
  steps.push(...after);
  return scores;
}

const share = fc.double({ min: 0, max: 2, noNaN: true });
const part = fc.integer({ min: -2_000, max: 2_000 }).map((thousandths) => thousandths / 1_000);
const saying: fc.Arbitrary<Saying> = fc.record({
  words: part,
  grams: part,
  tops: fc.array(share, { maxLength: 10 }),
  bm25: share,
  lowered: share,
  handicap: share,
});
const some = fc.oneof(fc.constant(0), share);
const few = <Value>(value: fc.Arbitrary<Value>) =>
  fc.array(fc.tuple(fc.nat(), value), { maxLength: 30 });

it.each([12, 5_000, 5_001, 5_400])(
  'what lessons say is added to the votes of %i entries as if each were looked at',
  (size) => {
    fc.assert(
      fc.property(
        few(fc.tuple(part, part)),
        few(fc.tuple(some, some, part)),
        few(saying),
        fc.record({ bm25: share, sense: share, hasOwn: fc.boolean() }),
        fc.option(fc.integer({ min: 1, max: 30 })),
        (trained, named, sayings, weights, shift) => {
          const base = {
            words: new Float32Array(size),
            grams: new Float32Array(size),
            nearest: new Float32Array(size),
            bm25: new Float32Array(size),
            sense: new Float32Array(size),
            named: Int32Array.from(new Set(named.map(([at]) => at % size))),
          };
          for (const [at, [word, gram]] of trained) {
            base.words[at % size] = word;
            base.grams[at % size] = gram;
          }
          for (const [at, [near, keywords, sense]] of named) {
            base.nearest[at % size] = near;
            base.bm25[at % size] = keywords;
            base.sense[at % size] = sense;
          }
          const said = createSaid(size);
          const plain = new Map(sayings.map(([at, own]) => [at % size, own]));
          const say = () => {
            for (const [at, own] of plain) {
              said.words[at] = own.words;
              said.grams[at] = own.grams;
              if (own.tops.length > 0) said.topAt[at] = said.tops.push([...own.tops]);
              said.bm25[at] = own.bm25;
              said.lowered[at] = own.lowered;
              said.handicaps[at] = own.handicap;
              said.reached.add(at);
            }
          };
          const places =
            shift === null ? undefined : Int32Array.from({ length: size }, (_, at) => at - shift);
          const placeOf = (at: number) => at - (shift ?? 0);
          const plainSteps: Float32Array[] = [];
          const expected = plainVote(base, plain, weights, placeOf, plainSteps);
          const steps: Float32Array[] = [];
          say();
          expect(learnedVote(base, said, weights, places, steps)).toEqual(expected);
          expect(steps).toEqual(plainSteps);
          expect(learnedVote(base, said, weights, places)).toEqual(expected);
          clearSaid(said);
          expect(said.reached.places).toEqual([]);
          for (const values of [said.words, said.grams, said.topAt, said.bm25, said.lowered]) {
            expect(values.every((value) => value === 0)).toBe(true);
          }
        },
      ),
      { numRuns: process.env['CUECARD_LONG'] ? 1_000 : 20 },
    );
  },
);
