import { describe, expect, it } from 'vitest';
import { lessonsOf } from '../../../lib/brain/lessons-of';
import { phrasingId } from '../../../lib/domain/phrasing-id';
import type { AgentEvent, LearningDecision, StoredEvent } from '../../../lib/domain/pick';

const refund = { base: 'shop', id: 'refund' };
const parcel = { base: 'shop', id: 'parcel' };
const stored = (...events: (AgentEvent | LearningDecision)[]): StoredEvent[] =>
  events.map((event, at) => ({
    ...event,
    seq: at + 1,
    at: 1_000 + at,
    conversationKey: 'talk',
    consoleId: 'console',
  }));
const inserted = (cueText: string, entry = refund): AgentEvent => ({
  kind: 'inserted',
  cueText,
  entry,
  place: 1,
});
const edited = (after: string): AgentEvent => ({
  kind: 'edited',
  cueText: 'where is my money',
  entry: refund,
  place: 1,
  before: 'Refunds take 14 days after the parcel arrived.',
  after,
});
const decided = (kind: LearningDecision['kind'], text: string): LearningDecision => ({
  kind,
  cueText: '',
  entry: refund,
  phrasing: phrasingId(refund, text),
});
const taught = (events: StoredEvent[]) =>
  lessonsOf(events)
    .lessons()
    .lessons.map(({ id, kind }) => `${id} ${kind}`);
const states = (events: StoredEvent[]) =>
  lessonsOf(events)
    .phrasings()
    .map(({ text, state, sources }) => [text, state, sources.length]);

describe('lessons', () => {
  it('come from picks, edits, rejections and gaps, in their order', () => {
    const events = stored(
      { kind: 'shown', cueText: 'a', entries: [refund] },
      inserted('a'),
      edited('Refunds take 20 days after the parcel arrived.'),
      { kind: 'rejected', cueText: 'a', entry: parcel },
      { kind: 'gap', cueText: 'a' },
    );
    expect(taught(events)).toEqual(['2 pick', '3 edit', '4 rejection', '5 gap']);
  });

  it('do not come from picks of what the team refused, which are told as refused by it', () => {
    const events = stored(inserted('a'), inserted('b'), {
      kind: 'rejected',
      cueText: 'a',
      entry: refund,
    });
    const book = lessonsOf(events, ({ id }, text) => id === 'refund' && text === 'a');
    expect(book.lessons().lessons.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      '2 pick',
      '3 rejection',
    ]);
    expect(book.phrasings().map(({ text, state, byTeam }) => [text, state, byTeam])).toEqual([
      ['a', 'refused', true],
      ['b', 'live', undefined],
    ]);
  });

  it('do not come from an edit that left nothing of the answer', () => {
    expect(taught(stored(edited('Hello Ann, could you send us a photo?')))).toEqual([]);
  });

  it('are taken back by an undo, and only the last of its entry and message', () => {
    const undone: AgentEvent = { kind: 'insert-undone', cueText: 'b', entry: refund };
    const events = stored(inserted('a'), inserted('b'), inserted('b', parcel), undone);
    expect(taught(events)).toEqual(['1 pick', '3 pick']);
    const rejected = { cueText: 'a', entry: refund };
    const taken = stored(
      { kind: 'rejected', ...rejected },
      { kind: 'rejection-undone', ...rejected },
    );
    expect(taught(taken)).toEqual([]);
  });

  it('of a gap are taken back by its undo, and only the last of that message', () => {
    const gap = (cueText: string): AgentEvent => ({ kind: 'gap', cueText });
    const undone: AgentEvent = { kind: 'gap-undone', cueText: 'a' };
    const rejected: AgentEvent = { kind: 'rejected', cueText: 'a', entry: refund };
    expect(taught(stored(gap('a'), gap('b'), rejected, gap('a'), undone))).toEqual([
      '1 gap',
      '2 gap',
      '3 rejection',
    ]);
    expect(taught(stored(gap('a'), undone, undone, gap('a')))).toEqual(['4 gap']);
  });

  it('are not taken back from another conversation', () => {
    const [pick, undo] = stored(inserted('a'), {
      kind: 'insert-undone',
      cueText: 'a',
      entry: refund,
    });
    if (pick === undefined || undo === undefined) throw new Error('two events');
    expect(taught([pick, { ...undo, conversationKey: 'other' }])).toEqual(['1 pick']);
  });

  it('end with their text', () => {
    expect(taught(stored(inserted(''), { kind: 'gap', cueText: '' }))).toEqual([]);
  });
});

describe('a learned phrasing', () => {
  it('is one, however often and in whatever case it was picked', () => {
    expect(states(stored(inserted('Where is it'), inserted('where  is it ')))).toEqual([
      ['Where is it', 'live', 2],
    ]);
  });

  it('that is refused teaches nothing, before and after', () => {
    const events = stored(inserted('a'), decided('phrasing-refused', 'a'), inserted('A'));
    expect(taught(events)).toEqual([]);
    expect(states(events)).toEqual([['a', 'refused', 2]]);
  });

  it('stays refused when its words are gone', () => {
    const events = stored(inserted(''), decided('phrasing-refused', 'a'));
    expect(states(events)).toEqual([[null, 'refused', 0]]);
    expect(
      taught([...events, ...stored(inserted('a')).map((event) => ({ ...event, seq: 9 }))]),
    ).toEqual([]);
  });

  it('that is taken back can be learned again', () => {
    const events = stored(inserted('a'), decided('phrasing-taken-back', 'a'));
    expect(states(events)).toEqual([]);
    expect(states([...events, ...stored(inserted('a'))])).toEqual([['a', 'live', 1]]);
  });
});
