import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import type { BrainNews } from '../../../lib/protocol/brain-calls';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';

const now = Date.parse('2026-11-22T09:00:00');
const readSample = (sample: string) => readFile(`public/samples/${sample}.json`, 'utf8');

let store: Store;
let news: BrainNews[];
let brain: BrainHandlers;
const wake = () =>
  createBrain({
    store,
    readSample,
    now: () => now,
    tellFaces: (told) => news.push(told),
    whenIdle: (work) => work(),
  });
const rank = async (text: string) => brain['cue.rank']({ cueId: 'c', text, earlier: [] });

const file = (entries: object[]) =>
  JSON.stringify({
    format: 'cuecard/1',
    base: { id: 'mine', name: 'Mine', language: 'en' },
    entries,
  });
const opening = {
  id: 'hours',
  title: 'Opening hours',
  phrasings: ['when do you open', 'opening hours'],
  answer: 'We open at nine.',
};

beforeEach(async () => {
  store = makeMemoryStore();
  news = [];
  brain = await wake();
});

describe('the brain', () => {
  it('ranks what was imported, and still does after a restart', async () => {
    await brain['knowledge.import']({ fileName: 'mine.json', content: file([opening]) });
    expect((await rank('when do you open?')).suggestions[0]?.entry.id).toBe('hours');
    brain = await wake();
    expect((await rank('when do you open?')).suggestions[0]?.entry.id).toBe('hours');
  });

  it('tells the mood of what it ranks, and the words that show it', async () => {
    const { mood } = await rank('This is ridiculous');
    expect(mood.mood).toBe('angry');
    expect(mood.words).toEqual([{ text: 'ridiculous', range: [8, 18], mood: 'angry' }]);
  });

  it('answers small talk out of the package, and only when nothing else fits', async () => {
    await brain['knowledge.load-sample']({ sample: 'harbour-broadband' });
    const thanks = await rank('thank you so much!');
    expect(thanks.suggestions[0]?.kind).toBe('small-talk');
    const question = await rank('hi, the light on my fibre box is red');
    expect(question.suggestions.map(({ kind }) => kind)).not.toContain('small-talk');
    expect(question.suggestions[0]?.entry.base).toBe('harbour-broadband');
  });

  it('keeps small talk to itself when it is switched off', async () => {
    await brain['settings.change']({ smallTalk: false });
    expect((await rank('thank you so much!')).suggestions).toEqual([]);
  });

  it('answers in the customer’s language where the entry has it', async () => {
    await brain['knowledge.import']({
      fileName: 'mine.json',
      content: file([
        {
          ...opening,
          phrasings: ['when do you open', '几点开门'],
          variants: { zh: '我们九点开门。' },
        },
      ]),
    });
    const [card] = (await rank('请问几点开门')).suggestions;
    expect(card).toMatchObject({ answer: '我们九点开门。', language: 'zh' });
  });

  it('marks in the answer to one of several questions only the words of that question', async () => {
    const delivery = {
      id: 'delivery',
      title: 'Delivery',
      phrasings: ['where is my parcel', 'parcel not delivered'],
      answer: 'A parcel comes before we open.',
    };
    await brain['knowledge.import']({
      fileName: 'mine.json',
      content: file([opening, delivery]),
    });
    const { groups } = await rank('when do you open? and where is my parcel');
    const marked = groups.map(({ suggestions: [card] }) =>
      card?.reasons.inAnswer.map(([start, end]) => card.answer.slice(start, end)),
    );
    expect(marked).toEqual([['open'], ['parcel']]);
  });

  it('forgets entries that a newer file of the base no longer has', async () => {
    await brain['knowledge.import']({ fileName: 'a', content: file([opening]) });
    const result = await brain['knowledge.import']({
      fileName: 'b',
      content: file([{ ...opening, id: 'other', title: 'Other', phrasings: ['zebra stripes'] }]),
    });
    expect(result).toMatchObject({ outcome: 'imported', added: 1, removed: 1 });
    const all = await rank('when do you open');
    expect([...all.suggestions, ...all.related].map(({ entry }) => entry.id)).not.toContain(
      'hours',
    );
    expect(
      (await brain['entries.find']({ query: 'opening hours', limit: 5 })).suggestions.map(
        ({ entry }) => entry.id,
      ),
    ).not.toContain('hours');
  });

  it('changes nothing for a file with a mistake, and says where it is', async () => {
    await brain['knowledge.import']({ fileName: 'a', content: file([opening]) });
    const result = await brain['knowledge.import']({
      fileName: 'b',
      content: file([{ ...opening, answer: '' }]),
    });
    expect(result).toMatchObject({
      outcome: 'refused',
      problems: [{ entry: 1, field: 'answer', message: 'must not be empty' }],
    });
    expect((await rank('when do you open?')).suggestions[0]?.answer).toBe('We open at nine.');
  });

  it('changes nothing when the file cannot be stored', async () => {
    await brain['knowledge.import']({ fileName: 'a', content: file([opening]) });
    store.replaceBase = async () => {
      throw new Error('disk full');
    };
    const changed = file([{ ...opening, answer: 'We open at ten.' }]);
    await expect(brain['knowledge.import']({ fileName: 'b', content: changed })).rejects.toThrow(
      'disk full',
    );
    expect((await rank('when do you open?')).suggestions[0]?.answer).toBe('We open at nine.');
  });

  it('finds entries by a few letters, typos included', async () => {
    await brain['knowledge.load-sample']({ sample: 'harbour-broadband' });
    const { suggestions } = await brain['entries.find']({ query: 'esim tablt', limit: 5 });
    expect(suggestions[0]?.entry.title).toMatch(/eSIM.*tablet/i);
  });

  it('keeps picks as events and counts them on the card, also after a restart', async () => {
    await brain['knowledge.import']({ fileName: 'a', content: file([opening]) });
    const entry = { base: 'mine', id: 'hours' };
    await brain['event.record']({
      event: { kind: 'inserted', cueText: 'open?', entry, place: 1 },
      conversationKey: 'c-1',
      consoleId: 'sample-console',
    });
    expect((await rank('when do you open')).suggestions[0]?.picks).toBe(1);
    brain = await wake();
    expect((await rank('when do you open')).suggestions[0]?.picks).toBe(1);
    expect((await brain['events.list']({ after: 0, limit: 10 })).events).toMatchObject([
      { seq: 1, kind: 'inserted', cueText: 'open?', entry, conversationKey: 'c-1' },
    ]);
  });

  it('counts a pick once that is told twice, also when the brain died in between', async () => {
    await brain['knowledge.import']({ fileName: 'a', content: file([opening]) });
    const told = {
      event: {
        kind: 'inserted' as const,
        cueText: 'open?',
        entry: { base: 'mine', id: 'hours' },
        place: 1,
      },
      eventId: 'pick-1',
      conversationKey: 'c-1',
      consoleId: 'sample-console',
    };
    const first = await brain['event.record'](told);
    expect(await brain['event.record'](told)).toEqual(first);
    expect((await rank('when do you open')).suggestions[0]?.picks).toBe(1);
    brain = await wake();
    expect(await brain['event.record'](told)).toEqual(first);
    expect((await rank('when do you open')).suggestions[0]?.picks).toBe(1);
    expect((await brain['events.list']({ after: 0, limit: 10 })).events).toHaveLength(1);
  });

  it('tells every face what changed', async () => {
    news = [];
    await brain['knowledge.import']({ fileName: 'a', content: file([opening]) });
    await brain['settings.change']({ theme: 'dark' });
    expect(news).toContainEqual(expect.objectContaining({ news: 'knowledge.changed' }));
    expect(news.at(-1)).toMatchObject({ news: 'settings.changed', settings: { theme: 'dark' } });
  });
});

describe('a brain that is still learning', () => {
  it('keeps the first question until a small base is trained', async () => {
    const idle: (() => void)[] = [];
    brain = await createBrain({
      store,
      readSample,
      now: () => now,
      tellFaces: (told) => news.push(told),
      whenIdle: (work) => idle.push(work),
      // However slow the machine is that trains it.
      patienceMs: Number.POSITIVE_INFINITY,
    });
    await brain['knowledge.load-sample']({ sample: 'harbour-broadband' });
    let isAnswered = false;
    const answer = rank(
      'My fibre has been down since last night, the light on the box is red. I already restarted it TWICE and nobody called me back. I work from home!!',
    ).then((ranked) => {
      isAnswered = true;
      return ranked;
    });
    await Promise.resolve();
    expect(isAnswered).toBe(false);
    while (!isAnswered) {
      idle.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await answer).suggestions[0]?.entry.id).toBe('red-light-fibre-box');
  });
});

describe('a cue that two panels show', () => {
  const shown = (cueId: string) =>
    brain['event.record']({
      event: { kind: 'shown', cueText: 'hello', entries: [] },
      cueId,
      conversationKey: 'c',
      consoleId: 'x',
    });

  it('counts as shown once, and the next one again, even with the same words', async () => {
    const told = await Promise.all([shown('c/1..1'), shown('c/1..1'), shown('c/2..2')]);
    expect(told).toEqual([{ seq: 1 }, { seq: 1 }, { seq: 2 }]);
    expect(await store.readEvents(0, 10)).toHaveLength(2);
  });

  it('is told again when it could not be kept', async () => {
    const append = store.appendEvent;
    store.appendEvent = async () => {
      throw new Error('disk full');
    };
    await expect(shown('c/1..1')).rejects.toThrow('disk full');
    store.appendEvent = append;
    expect(await shown('c/1..1')).toEqual({ seq: 1 });
  });
});
