import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';
import { createIndex } from '../../../lib/engine/index/entry-index';
import { scoreMessage } from '../../../lib/engine/rank/score-message';

const things = [
  ...['router', 'invoice', 'parcel', 'voucher', 'password', 'refund', 'contract', 'tariff'],
  ...['antenna', 'receipt', 'warranty', 'coupon', 'cable', 'modem', 'address', 'account'],
];
const ways = [
  (thing: string) => `where is my ${thing}`,
  (thing: string) => `the ${thing} is wrong`,
  (thing: string) => `I have a question about the ${thing}`,
  (thing: string) => `please send me another ${thing}`,
  (thing: string) => `my ${thing} does not work`,
  (thing: string) => `can you change the ${thing}`,
  (thing: string) => `what does the ${thing} cost`,
  (thing: string) => `is the ${thing} mine to keep`,
  (thing: string) => `${thing} lost, help`,
  (thing: string) => `why did the ${thing} change`,
];
const base = (name: string, ...kinds: string[]): EngineEntry[] =>
  kinds.map((thing) => ({
    base: name,
    id: thing,
    title: thing,
    phrasings: ways.map((way) => way(thing)),
    answer: `About the ${thing}.`,
    smallTalk: false,
    language: 'en',
  }));

function indexOf(entries: readonly EngineEntry[]) {
  const index = createIndex();
  index.put(entries);
  return index;
}

describe('what a base tells of itself', () => {
  it('is the score of a question that is hardly found, once all is trained', () => {
    const index = indexOf(base('shop', ...things));
    expect(index.model().leastScores.size).toBe(0);
    expect(index.train(Number.POSITIVE_INFINITY)).toBe(true);
    const { sure = 0, doubtful = 0 } = index.model().leastScores.get('shop') ?? {};
    expect(sure).toBeGreaterThan(0.1);
    expect(doubtful).toBeGreaterThanOrEqual(sure);
    expect(doubtful).toBeLessThan(2);
  });

  it('comes in slices, and after the votes are in use', () => {
    const index = indexOf(base('shop', ...things));
    let after = 0;
    while (!index.train(10_000)) if (index.model().grams !== undefined) after++;
    expect(after).toBeGreaterThan(3);
    expect(index.model().leastScores.size).toBe(1);
  });

  it('is nothing when the base is too small to spare phrasings', () => {
    const index = indexOf(base('shop', 'router', 'invoice'));
    index.train(Number.POSITIVE_INFINITY);
    expect(index.model().leastScores.size).toBe(0);
  });

  it('changes no vote: what scored before scores the same after', () => {
    const index = indexOf(base('shop', ...things));
    const scores = () => scoreMessage(index.model(), 'my voucher got lost').scores;
    const seen: Float32Array[] = [];
    let isDone = false;
    while (index.model().leastScores.size === 0 && !isDone) {
      seen.push(scores());
      isDone = index.train(10_000);
    }
    expect(index.model().leastScores.size).toBe(1);
    expect(scores()).toEqual(seen.at(-1));
  });

  it('is asked only after it answers already, with most of its training still to come', () => {
    // Near neighbours: a base that is learned in the first epochs has nothing to come.
    const neighbours = ['voucher code', 'voucher paper', 'parcel label', 'parcel paper'];
    const index = indexOf(base('shop', ...things, ...neighbours));
    const scores = () => scoreMessage(index.model(), 'my voucher got lost').scores;
    while (!index.isTrained) index.train(10_000);
    const early = scores();
    expect(index.model().leastScores.size).toBe(0);
    index.train(Number.POSITIVE_INFINITY);
    expect(scores()).not.toEqual(early);
    const best = (list: Float32Array) => list.indexOf(Math.max(...list));
    expect(best(early)).toBe(best(scores()));
  });

  it('lets a question of the base through and keeps what shares only common words silent', () => {
    const engine = createEngine();
    engine.put(base('shop', ...things));
    const kindOf = (text: string) => engine.rank({ text, today: '2026-11-22' }).kind;
    expect(kindOf('my voucher got lost')).not.toBe('unknown');
    expect(kindOf('can elephants swim across wide rivers at night')).toBe('unknown');
  });
});
