import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';

const today = '2026-11-22';
const entry = (id: string, ...phrasings: string[]): EngineEntry => ({
  base: 'bank',
  id,
  title: id.replaceAll('-', ' '),
  phrasings,
  answer: `Answer of ${id}`,
  smallTalk: false,
  language: 'en',
});
const orderOf = (text: string, ...entries: EngineEntry[]) => {
  const engine = createEngine();
  engine.put(entries);
  const { suggestions, related } = engine.rank({ text, today });
  return [...suggestions, ...related].map(({ id }) => id);
};

const lostCard = entry('lost-card', 'I lost my card', 'my card is gone', 'cannot find my card');
const newCard = entry('new-card', 'I want a new card', 'order a card', 'when does my card come');
const topUp = entry('top-up', 'top up by transfer', 'how do I top up', 'add money');
const limits = entry('limits', 'is there a limit', 'what is the most I can pay', 'raise my limit');

describe('the order of the cards', () => {
  it.each([
    [
      'a rare word counts for more than one that all entries share',
      'my card is lost',
      ['lost-card', 'new-card'],
      [newCard, lostCard, topUp],
    ],
    [
      'two words side by side count for more than the same words apart',
      'top up',
      ['top-up', 'cover-up'],
      [entry('cover-up', 'cover up the top', 'the top is up', 'cover the top'), topUp],
    ],
    [
      'all words of one phrasing count for more than each in another phrasing',
      'raise the limit',
      ['limits', 'raise'],
      [entry('raise', 'raise my pay', 'a raise please', 'can I raise it'), limits],
    ],
    [
      'many near phrasings count for more than one',
      'where is my parcel',
      ['parcel', 'gift'],
      [
        entry('gift', 'where is my gift', 'wrap a gift', 'gift card', 'gift note'),
        entry(
          'parcel',
          'where is the parcel',
          'my parcel is late',
          'parcel not here',
          'parcel lost',
        ),
      ],
    ],
    [
      'a mistyped rare word counts for more than a common word without slips',
      'my vocher',
      ['voucher', 'lost-card'],
      [lostCard, entry('voucher', 'use a voucher', 'voucher code', 'enter the voucher'), newCard],
    ],
    [
      'the title counts as one more phrasing',
      'chargeback',
      ['chargeback'],
      [entry('chargeback', 'I do not know this payment', 'give me my money back'), topUp],
    ],
    [
      'equal entries stand in the order of their ids, whatever order they came in',
      'the same question',
      ['a', 'b'],
      [
        { ...entry('b', 'the same question'), title: 'the same question' },
        { ...entry('a', 'the same question'), title: 'the same question' },
      ],
    ],
  ])('%s', (_, text, expected, entries) => {
    expect(orderOf(text, ...entries).slice(0, expected.length)).toEqual(expected);
  });

  it('counts the words of an entry as before when a new one alone has another word of the message', () => {
    const engine = createEngine({ train: 'later' });
    engine.put([lostCard, newCard, topUp]);
    while (!engine.train(1_000_000));
    engine.put([entry('abroad', 'is it taken in Portugal')]);
    const { suggestions } = engine.rank({ text: 'I lost my card in Portugal', today });
    expect(suggestions[0]?.id).toBe('lost-card');
    expect(suggestions[0]?.votes.keywords).toBeGreaterThan(0.1);
  });
});

describe('how sure a card is', () => {
  const sureness = (text: string, ...entries: EngineEntry[]) => {
    const engine = createEngine();
    engine.put(entries);
    return engine.rank({ text, today }).suggestions[0]?.confidence ?? 0;
  };

  it('falls when another entry fits as well', () => {
    const twin = entry('stolen-card', 'I lost my card', 'my card was stolen', 'card stolen');
    const text = 'I lost my card';
    expect(sureness(text, lostCard, topUp, twin)).toBeLessThan(sureness(text, lostCard, topUp));
  });

  it('falls when the message is mostly about something else', () => {
    const text = 'my card shark neighbour plays poker on saturdays';
    const all = [lostCard, newCard, topUp, limits];
    expect(sureness(text, ...all)).toBeLessThan(sureness('I lost my card', ...all));
  });
});
