import { beforeEach, describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import { type BrainNews, defaultSettings } from '../../../lib/protocol/brain-calls';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';

const now = Date.parse('2026-11-22T09:00:00');
const smallTalk = (sample: string) =>
  JSON.stringify({
    format: 'cuecard/1',
    base: { id: sample, name: sample, language: 'en', smallTalk: true },
    entries: [],
  });
const file = JSON.stringify({
  format: 'cuecard/1',
  base: { id: 'mine', name: 'Mine', language: 'en' },
  entries: [
    { id: 'hours', title: 'Hours', phrasings: ['when do you open'], answer: 'We open at nine.' },
  ],
});
const hours = { base: 'mine', id: 'hours' };

let store: Store;
let brain: BrainHandlers;
let news: BrainNews[];

beforeEach(async () => {
  store = makeMemoryStore();
  news = [];
  brain = await createBrain({
    store,
    readSample: async (sample) => smallTalk(sample),
    now: () => now,
    tellFaces: (told) => news.push(told),
    whenIdle: (work) => work(),
  });
  await brain['knowledge.import']({ fileName: 'mine.json', content: file });
  await brain['settings.change']({ agentName: 'Ana' });
  await record('desk/maria', 'I am Maria Lopez, when do you open?');
  await record('desk/tom', 'when do you open?');
});

const record = (conversationKey: string, cueText: string) =>
  brain['event.record']({
    event: { kind: 'inserted', cueText, entry: hours, place: 1 },
    conversationKey,
    consoleId: 'desk',
  });
const find = async (words: string) =>
  (await brain['data.find-conversations']({ words })).conversations;
const picks = async () =>
  (await brain['cue.rank']({ cueId: 'c', text: 'when do you open', earlier: [] })).suggestions[0]
    ?.picks;
const saved = async () => {
  const { bytes } = await brain['data.export'](null);
  return new TextDecoder().decode(bytes);
};
const baseIds = async () => (await brain['knowledge.summary'](null)).bases.map(({ id }) => id);

describe('one customer', () => {
  it('is found by words of their messages and by the conversation’s key', async () => {
    expect(await find('lopez')).toEqual([
      {
        conversationKey: 'desk/maria',
        consoleId: 'desk',
        events: 1,
        lastAt: now,
        excerpt: 'I am Maria Lopez, when do you open?',
      },
    ]);
    expect((await find('desk/tom')).map(({ conversationKey }) => conversationKey)).toEqual([
      'desk/tom',
    ]);
    expect(await find('')).toHaveLength(2);
    expect(await find('nobody')).toEqual([]);
  });

  it('is erased with what was counted from them, and nobody else is', async () => {
    expect(await picks()).toBe(2);
    const conversations = [{ conversationKey: 'desk/maria', consoleId: 'desk' }];
    expect(await brain['data.erase-conversations']({ conversations })).toEqual({ events: 1 });
    expect(await find('lopez')).toEqual([]);
    expect(await saved()).not.toContain('Lopez');
    expect(await find('')).toHaveLength(1);
    expect(await picks()).toBe(1);
    expect((await brain['settings.read'](null)).agentName).toBe('Ana');
  });
});

describe('everything', () => {
  it('is saved to one file: bases, settings and events', async () => {
    const parsed = JSON.parse(await saved());
    expect((await brain['data.export'](null)).fileName).toBe('cuecard-2026-11-22.json');
    expect(parsed.format).toBe('cuecard-backup/1');
    expect(parsed.bases.map(({ base }: { base: { id: string } }) => base.id)).toContain('mine');
    expect(parsed.settings.agentName).toBe('Ana');
    expect(parsed.events).toHaveLength(2);
  });

  it('is erased: afterwards the brain is as new, and the faces know', async () => {
    news = [];
    await brain['data.erase-all'](null);
    expect(await baseIds()).toEqual(['small-talk-en', 'small-talk-zh']);
    expect(await brain['settings.read'](null)).toEqual(defaultSettings);
    expect(await find('')).toEqual([]);
    expect(await picks()).toBeUndefined();
    expect(news).toContainEqual({ news: 'settings.changed', settings: defaultSettings });
    expect(news.some(({ news }) => news === 'knowledge.changed')).toBe(true);
  });

  it('comes back from the saved file as far as the bases go', async () => {
    const content = await saved();
    await brain['data.erase-all'](null);
    const restored = await brain['data.restore-bases']({ content });
    expect(restored).toMatchObject({ outcome: 'restored' });
    expect(await baseIds()).toContain('mine');
    expect(JSON.parse(await saved()).bases).toEqual(JSON.parse(content).bases);
  });

  it.each(['', 'not json', '{}', '[]', file])(
    'is not looked for in another file: %s',
    async (content) => {
      expect(await brain['data.restore-bases']({ content })).toEqual({
        outcome: 'not-such-a-file',
      });
    },
  );

  it('stays as it was when it could not be erased', async () => {
    store.eraseAll = async () => {
      throw new Error('disk full');
    };
    await expect(brain['data.erase-all'](null)).rejects.toThrow('disk full');
    expect(await baseIds()).toContain('mine');
    expect(await find('')).toHaveLength(2);
  });
});
