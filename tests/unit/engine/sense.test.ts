import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';
import { inverseFactor } from '../../../lib/engine/sense/square';
import { addSense, allSenses, senseOf, senseSize } from '../../../lib/engine/sense/word-senses';
import { shopEntry as entry } from './support/shop-entry';

const trip = [
  entry('flight', ['cancel my flight', 'I do not want to fly any more']),
  entry('meal', ['order a vegetarian meal', 'what is for dinner']),
  entry('luggage', ['my suitcase is missing', 'lost bag']),
  entry('seat', ['sit beside the window', 'more legroom please']),
];

function trained(entries: readonly EngineEntry[]) {
  const engine = createEngine();
  engine.put(entries);
  while (!engine.train(1_000_000));
  return engine;
}

const first = (engine: ReturnType<typeof createEngine>, text: string) => {
  const { suggestions, related } = engine.rank({ text, today: '2026-11-23' });
  return [...suggestions, ...related][0];
};

describe('the senses of words', () => {
  const vector = (word: string) => {
    const sum = new Float64Array(senseSize);
    const place = senseOf(word);
    if (place !== undefined) addSense(place, 1, sum);
    return sum;
  };
  const dot = (one: Float64Array, other: Float64Array) =>
    one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
  const cosine = (one: string, other: string) =>
    dot(vector(one), vector(other)) /
    Math.sqrt(dot(vector(one), vector(one)) * dot(vector(other), vector(other)));

  it.each([
    ['airplan', 'flight', 'salad'],
    ['refund', 'reimburs', 'weather'],
    ['broken', 'damag', 'friday'],
    ['parcel', 'packag', 'password'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    expect(cosine(word, near)).toBeGreaterThan(cosine(word, far) + 0.1);
  });

  it('are there for twelve thousand stems, each once, and for none of another script', () => {
    const stems = [...allSenses()].map(([stem]) => stem);
    expect(stems).toHaveLength(12_000);
    expect(new Set(stems).size).toBe(12_000);
    expect(senseOf('退款')).toBeUndefined();
    expect(senseOf('constructor')).toBeUndefined();
  });
});

describe('the axes of a base', () => {
  it('give its phrasings the same spread in every direction', () => {
    const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 9,
      maxLength: 9,
    });
    fc.assert(
      fc.property(numbers, (values) => {
        const at = (row: number, column: number) => values[3 * row + column] ?? 0;
        const matrix = new Float64Array(9);
        for (let row = 0; row < 3; row++) {
          for (let column = 0; column < 3; column++) {
            const product = [0, 1, 2].reduce((sum, k) => sum + at(row, k) * at(column, k), 0);
            matrix[3 * row + column] = product + (row === column ? 0.5 : 0);
          }
        }
        const axes = inverseFactor(matrix, 3);
        const turned = (row: number, column: number) => {
          let sum = 0;
          for (let i = 0; i < 3; i++) {
            for (let j = 0; j < 3; j++) {
              sum +=
                (axes[3 * row + i] ?? 0) * (matrix[3 * i + j] ?? 0) * (axes[3 * column + j] ?? 0);
            }
          }
          return sum;
        };
        for (let row = 0; row < 3; row++) {
          for (let column = 0; column < 3; column++) {
            expect(turned(row, column)).toBeCloseTo(row === column ? 1 : 0, 6);
          }
        }
      }),
    );
  });
});

describe('a message in other words than any phrasing', () => {
  it.each([
    ['call off the airplane trip', 'flight'],
    ['vegan lunch options', 'meal'],
    ['where did my baggage go', 'luggage'],
  ])('%j finds %s', (text, id) => {
    expect(first(trained(trip), text)?.id).toBe(id);
  });

  it('says that meaning counted for it', () => {
    const best = first(trained(trip), 'vegan lunch options');
    expect(best?.votes.sense).toBeGreaterThan(0.2);
  });

  it('finds an entry that came after the base was trained', () => {
    const engine = trained(trip);
    engine.put([entry('pet', ['bring my dog', 'can a cat come along'])]);
    expect(first(engine, 'travelling with a puppy')?.id).toBe('pet');
  });

  it('is a guess: it never gets a direct card', () => {
    for (const text of ['call off the airplane trip', 'vegan lunch options']) {
      expect(first(trained(trip), text)?.kind).not.toBe('direct');
    }
  });
});

describe('a word that the base never met', () => {
  it('is not taken for a slip of another one when it is a word itself', () => {
    const engine = trained([
      entry('cart', ['my cart is empty', 'the cart forgets everything']),
      entry('card', ['pay by bank transfer', 'which ways to pay are there']),
    ]);
    expect(first(engine, 'can I pay with a card')?.id).toBe('card');
  });
});

describe('Chinese messages', () => {
  it('are ranked as before: nothing is added by meaning', () => {
    const engine = trained([
      ...trip,
      entry('退票', ['我要退机票', '取消航班'], 'zh'),
      entry('行李', ['行李丢了', '箱子不见了'], 'zh'),
    ]);
    const best = first(engine, '航班怎么取消');
    expect(best?.id).toBe('退票');
    expect(best?.votes.sense).toBe(0);
  });
});
