import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';
import { analyse } from '../../../lib/engine/text/analyse';
import { characterGrams, wordFeatures } from '../../../lib/engine/text/features';

const entry = (id: string, phrasings: string[]): EngineEntry => ({
  base: 'help',
  id,
  title: id,
  phrasings,
  answer: '',
  smallTalk: false,
  language: 'en',
});
const featuresOf = (text: string, language = '') => {
  const tokens = analyse(text, language);
  return [...wordFeatures(tokens).map(({ key }) => key), ...characterGrams(tokens)];
};

describe('a word that people shorten', () => {
  it.each([
    ['acct pw', 'account password'],
    ['pls resched my appt tmrw', 'please reschedule my appointment tomorrow'],
    ['txn not rcvd', 'transaction not received'],
  ])('%j is read as %j, letter by letter', (short, whole) => {
    expect(featuresOf(short)).toEqual(featuresOf(whole));
  });

  it('finds the entry that has it in full, and the other way round', () => {
    const engine = createEngine();
    engine.put([
      entry('password', ['I forgot my password', 'change the password']),
      entry('statement', ['send me the stmt', 'monthly stmt by post']),
      entry('card', ['order a new card', 'the card is broken']),
    ]);
    const firstFor = (text: string) => {
      const { suggestions, related } = engine.rank({ text, today: '2026-11-22' });
      return [...suggestions, ...related][0]?.id;
    };
    expect(firstFor('new pw')).toBe('password');
    expect(firstFor('where is my statement')).toBe('statement');
  });

  it('is shown as it stands in the message', () => {
    const [token] = analyse('Txn failed');
    expect(token).toMatchObject({ word: 'txn', start: 0, end: 3 });
  });

  it('is left alone in another language', () => {
    expect(featuresOf('abt', 'de')).not.toEqual(featuresOf('about', 'de'));
  });

  it('is left alone when it is a word of its own', () => {
    for (const word of ['min', 'max', 'sec', 'rest', 'sub', 'no', 'app']) {
      expect(featuresOf(word)).toContain(` ^${word}$`.slice(0, 4));
    }
  });
});
