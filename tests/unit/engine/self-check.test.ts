import { describe, expect, it } from 'vitest';
import { analyseEntry, buildCorpus } from '../../../lib/engine/corpus';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';
import { createModel } from '../../../lib/engine/model';
import { createVocabulary } from '../../../lib/engine/vocabulary';

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

function modelOf(entries: readonly EngineEntry[]) {
  const vocabulary = createVocabulary();
  return createModel(
    entries.map((entry) => analyseEntry(entry, vocabulary)),
    vocabulary,
  );
}

describe('what a base tells of itself', () => {
  it('is the score of a question that is hardly found, once all is trained', () => {
    const model = modelOf(base('shop', ...things));
    expect(model.leastScores.size).toBe(0);
    expect(model.train(Number.POSITIVE_INFINITY)).toBe(true);
    const { sure = 0, doubtful = 0 } = model.leastScores.get('shop') ?? {};
    expect(sure).toBeGreaterThan(0.1);
    expect(doubtful).toBeGreaterThanOrEqual(sure);
    expect(doubtful).toBeLessThan(1.5);
  });

  it('comes in slices, and after the votes are in use', () => {
    const model = modelOf(base('shop', ...things));
    let after = 0;
    while (!model.train(10_000)) if (model.grams !== undefined) after++;
    expect(after).toBeGreaterThan(3);
    expect(model.leastScores.size).toBe(1);
  });

  it('is nothing when the base is too small to spare phrasings', () => {
    const model = modelOf(base('shop', 'router', 'invoice'));
    model.train(Number.POSITIVE_INFINITY);
    expect(model.leastScores.size).toBe(0);
  });

  it('changes no vote: the same entries score the same with and without it', () => {
    const entries = base('shop', ...things).map((entry) => analyseEntry(entry, vocabulary));
    const checked = createModel(entries, vocabulary);
    const plain = createModel(entries, vocabulary, { checks: false });
    const vector = buildCorpus(entries, vocabulary).phrasings[0]?.words;
    const scores = [checked, plain].map((model) => {
      model.train(Number.POSITIVE_INFINITY);
      const row = new Float32Array(entries.length);
      if (vector !== undefined) model.words?.score(vector, row);
      return row;
    });
    expect(scores[0]).toEqual(scores[1]);
  });

  it('lets a question of the base through and keeps what shares only common words silent', () => {
    const engine = createEngine();
    engine.put(base('shop', ...things));
    const kindOf = (text: string) => engine.rank({ text, today: '2026-11-22' }).kind;
    expect(kindOf('my voucher got lost')).not.toBe('unknown');
    expect(kindOf('can elephants swim across wide rivers at night')).toBe('unknown');
  });
});

const vocabulary = createVocabulary();
