import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysHowCardsTurnedOut } from '../../lib/brain/card-outcomes';
import { makeCorrections } from '../../lib/brain/corrections';
import { makeLearned } from '../../lib/brain/learned';
import { phrasingId } from '../../lib/domain/phrasing-id';
import type { AgentEvent, EntryRef, StoredEvent } from '../../lib/domain/pick';
import type { Lesson, Outcome } from '../../lib/engine/engine';
import { plainLessons } from './support/plain-lessons';
import { plainOutcomes } from './support/plain-outcomes';

const numRuns = process.env['CUECARD_LONG'] ? 10_000 : 300;

const entry = fc.constantFrom('a', 'b').map((id): EntryRef => ({ base: 'shop', id }));
const cueText = fc.constantFrom('', 'x', 'X ', 'y');
const phrasing = fc
  .tuple(entry, fc.constantFrom('x', 'y'))
  .map(([to, text]) => phrasingId(to, text));
type Made = Omit<StoredEvent, 'seq' | 'at' | 'conversationKey' | 'consoleId'>;
const pick = { cueText, entry, place: fc.nat(2) };
const odds = fc.option(fc.double({ min: -3, max: 3, noNaN: true }));
const event: fc.Arbitrary<Made> = fc.oneof(
  fc.record({ kind: fc.constant('inserted'), ...pick }),
  fc.record({ kind: fc.constant('inserted'), ...pick }),
  fc.record({
    kind: fc.constant('edited'),
    ...pick,
    before: fc.constant('one two three'),
    after: fc.constantFrom('one two', 'none of it'),
  }),
  fc.record({
    kind: fc.constantFrom<AgentEvent['kind']>('rejected', 'insert-undone', 'rejection-undone'),
    cueText,
    entry,
  }),
  fc.record({ kind: fc.constant('gap'), cueText }),
  fc.record({ kind: fc.constant('gap-undone'), cueText }),
  fc.record({
    kind: fc.constant('shown'),
    cueText,
    entries: fc.tuple(entry, entry),
    odds: fc.tuple(odds, odds),
  }),
  fc.record({
    kind: fc.constantFrom('phrasing-accepted', 'phrasing-refused', 'phrasing-taken-back'),
    cueText: fc.constant(''),
    entry,
    phrasing,
  }),
  fc.record({ kind: fc.constant('ranking-retrained'), cueText: fc.constant(''), upTo: fc.nat(30) }),
) as fc.Arbitrary<Made>;
const heardEvent = fc.record({ event, talk: fc.constantFrom('1', '2'), lateBy: fc.nat(8) });

/** An engine that only remembers what it is told, and the correction of the one base. */
function makeListener() {
  let lessons: readonly Lesson[] = [];
  let folded: readonly Lesson[] = [];
  let outcomes: readonly Outcome[] = [];
  return {
    learn(more: readonly Lesson[]) {
      lessons = [...lessons, ...more];
    },
    unlearn(ids: readonly string[]) {
      lessons = lessons.filter(({ id }) => !ids.includes(id));
    },
    fold(picks: readonly Lesson[]) {
      folded = picks;
    },
    correct(_: string, told: readonly Outcome[]) {
      outcomes = told;
    },
    all: () => ({ lessons, folded, outcomes }),
  };
}

describe('what is learned from events', () => {
  it('is what all of them say read in their order, after each, and when one comes late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(heardEvent, { maxLength: 40 }), async (made) => {
        const stored = made.map(
          ({ event, talk }, at) =>
            ({ ...event, seq: at + 1, at, conversationKey: talk, consoleId: 'c' }) as StoredEvent,
        );
        // Nearly all come at their time, one in eight up to seven events later.
        const order = made.map(({ lateBy }, at) => (lateBy === 8 ? at + (at % 8) + 0.5 : at));
        const heard = stored.toSorted(
          (one, other) => (order[one.seq - 1] ?? 0) - (order[other.seq - 1] ?? 0),
        );
        const listener = makeListener();
        const corrections = makeCorrections(listener.correct);
        const readEvents = async () => [];
        const learned = makeLearned({ readEvents }, listener, corrections);
        heard.forEach((event, at) => {
          learned.heard(event);
          const soFar = heard.slice(0, at + 1).sort((one, other) => one.seq - other.seq);
          const { lessons, folded, phrasings } = plainLessons(soFar);
          expect(listener.all()).toMatchObject({ lessons, folded });
          expect(learned.phrasings()).toEqual(phrasings);
          expect(learned.lessons()).toEqual([...folded, ...lessons]);
          expect(learned.size).toBe(folded.length + lessons.length);
        });
        const restarted = makeListener();
        const again = makeCorrections(restarted.correct);
        await makeLearned({ readEvents: async () => stored }, restarted, again).reload();
        expect(restarted.all()).toMatchObject({
          lessons: listener.all().lessons,
          folded: listener.all().folded,
          outcomes: plainOutcomes(stored.filter(saysHowCardsTurnedOut)).get('shop') ?? [],
        });
        expect(listener.all().outcomes).toEqual(restarted.all().outcomes);
      }),
      { numRuns },
    );
  });
});
