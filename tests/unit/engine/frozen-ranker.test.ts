import { describe, expect, it } from 'vitest';
import {
  type FrozenWeights,
  freezeWeights,
  scoreFrozen,
  type WeightRow,
} from '../../../lib/engine/index/frozen-ranker';
import { seeded } from '../../support/seeded';

const features = 40;
const vector = { ids: Int32Array.from([0, 7, 39, 41]), values: Float32Array.from([1, 0.5, 2, 3]) };

/** Rows of random entries, rising; every fifth feature has none. */
function randomRows(entryCount: number): (WeightRow | undefined)[] {
  const random = seeded(5);
  return Array.from({ length: features }, (_, id) => {
    if (id % 5 === 3) return undefined;
    const all = Array.from({ length: 60 }, () => Math.floor(random() * entryCount));
    const entries = [...new Set([...all, 0, entryCount - 1])].sort((a, b) => a - b);
    const weights = entries.map(() => random() - 0.5);
    return { entries, weights, from: 0, to: entries.length };
  });
}

function frozen(rows: readonly (WeightRow | undefined)[], entryCount: number): FrozenWeights {
  const total = rows.reduce((sum, row) => sum + (row?.to ?? 0), 0);
  const freezing = freezeWeights(features, entryCount, (id) => rows[id], total);
  for (;;) {
    const step = freezing.next();
    if (step.done) return step.value;
  }
}

function scoresOf(weights: FrozenWeights, entryCount: number): Float32Array {
  const scores = new Float32Array(entryCount);
  scoreFrozen(weights, vector, scores);
  return scores;
}

describe.each([1, 300, 2 ** 16, 2 ** 16 + 1, 200_000])('weights of %i entries', (entryCount) => {
  const rows = randomRows(entryCount);

  it('give each entry what its rows say, to a step', () => {
    const weights = frozen(rows, entryCount);
    const expected = new Float64Array(entryCount);
    vector.ids.forEach((id, at) => {
      const row = rows[id];
      for (let place = 0; place < (row?.to ?? 0); place++) {
        const entry = row?.entries[place] ?? 0;
        const weight = (row?.weights[place] ?? 0) * (vector.values[at] ?? 0);
        expected[entry] = (expected[entry] ?? 0) + weight;
      }
    });
    const scores = scoresOf(weights, entryCount);
    const apart = scores.reduce((most, score, entry) => {
      return Math.max(most, Math.abs(score - (expected[entry] ?? 0)));
    }, 0);
    expect(apart).toBeLessThan(0.02);
    expect(weights.entries.BYTES_PER_ELEMENT).toBe(2);
  });

  it('are read the same from a snapshot that has no blocks', () => {
    const weights = frozen(rows, entryCount);
    const blocks = (weights.rows.length - 1) / features;
    const whole = new Uint32Array(weights.entries.length);
    for (let part = 0; part + 1 < weights.rows.length; part++) {
      for (let slot = weights.rows[part] ?? 0; slot < (weights.rows[part + 1] ?? 0); slot++) {
        whole[slot] = (part % blocks) * 2 ** 16 + (weights.entries[slot] ?? 0);
      }
    }
    const starts = weights.rows.filter((_, part) => part % blocks === 0);
    const earlier = { ...weights, rows: starts, entries: whole };
    expect(scoresOf(earlier, entryCount)).toEqual(scoresOf(weights, entryCount));
  });
});
