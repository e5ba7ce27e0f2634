import { describe, expect, it } from 'vitest';
import { makeKnowledge } from '../../../lib/brain/make-knowledge';
import type { BrainNews } from '../../../lib/protocol/brain-calls';
import { makeMemoryIndexStore } from '../../../lib/store/index-store';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import { makeBase } from '../../support/make-entry';

const store = makeMemoryStore();
const indexStore = makeMemoryIndexStore();
async function wake() {
  const told: BrainNews[] = [];
  const reports: unknown[] = [];
  const knowledge = await makeKnowledge({
    store,
    indexStore,
    tellIndex: (report) => reports.push(report),
    readSample: async () => '',
    now: () => 0,
    tellFaces: (news) => told.push(news),
    whenIdle: (work) => setTimeout(work),
  });
  const preparing = () => told.flatMap((news) => ('preparing' in news ? news.preparing : []));
  return { knowledge, preparing, reports, told };
}

/** More entries than are worth waiting for. */
const file = JSON.stringify({
  format: 'cuecard/1',
  base: { id: 'shop', name: 'Shop', language: 'en' },
  entries: Array.from({ length: 1_001 }, (_, at) => ({
    id: `e${at}`,
    title: `Router x${at}`,
    phrasings: [`where is my router x${at}`],
    answer: `On shelf ${at}.`,
  })),
});

describe('a large base', () => {
  it('is told to be in preparation until it is ranked by all votes', async () => {
    const { knowledge, preparing, reports, told } = await wake();
    expect(reports).toEqual([{ outcome: 'none' }]);
    expect((await knowledge.importFile(file)).outcome).toBe('imported');
    expect(preparing()).toEqual(['new']);
    expect(knowledge.preparing).toBe('new');
    await expect.poll(preparing, { timeout: 20_000 }).toEqual(['new', 'no']);
    expect(knowledge.engine.isReady).toBe(true);
    await expect.poll(() => told.at(-1)?.news, { timeout: 20_000 }).toBe('knowledge.changed');
    await expect.poll(() => indexStore.read(), { timeout: 20_000 }).not.toEqual([]);
  }, 60_000);

  it('is ready at once when its index was kept', async () => {
    const { knowledge, preparing, reports } = await wake();
    expect(reports).toEqual([{ outcome: 'restored', changed: 0 }]);
    expect(knowledge.engine.size).toBe(1_001);
    expect(preparing()).toEqual([]);
    expect(knowledge.preparing).toBe('no');
  });

  it('says that its index was damaged for as long as that is made anew, and not again', async () => {
    const parts = (await indexStore.read()).map((part) => part.slice());
    parts[0]?.fill(7, 100, 200);
    await indexStore.write(parts);
    const { knowledge, preparing, told } = await wake();
    expect(preparing()).toEqual(['damaged']);
    expect(knowledge.preparing).toBe('damaged');
    // It answers meanwhile.
    const { related, suggestions } = await knowledge.rank({
      text: 'router x7',
      today: '2026-11-22',
    });
    expect([...suggestions, ...related][0]?.id).toBe('e7');
    await expect.poll(preparing, { timeout: 20_000 }).toEqual(['damaged', 'no']);
    await expect.poll(() => told.at(-1)?.news, { timeout: 20_000 }).toBe('knowledge.changed');
    await knowledge.importFile(file.replace('"shop"', '"shop2"'));
    await expect.poll(preparing, { timeout: 20_000 }).toEqual(['damaged', 'no', 'new', 'no']);
    await expect.poll(() => indexStore.read(), { timeout: 20_000 }).not.toEqual(parts);
    expect((await wake()).preparing()).toEqual([]);
  }, 60_000);
});

describe('a small base', () => {
  it('says so too, though it is trained soon', async () => {
    const base = JSON.parse(file) as { entries: unknown[] };
    const small = JSON.stringify({ ...base, entries: base.entries.slice(0, 5) });
    await store.replaceBase({ ...makeBase({ id: 'shop' }) }, []);
    await store.removeBase('shop2');
    const first = await wake();
    await first.knowledge.importFile(small);
    await expect.poll(() => first.knowledge.engine.isReady, { timeout: 20_000 }).toBe(true);
    await expect
      .poll(async () => (await wake()).reports, { timeout: 20_000 })
      .toEqual([{ outcome: 'restored', changed: 0 }]);
    const parts = (await indexStore.read()).map((part) => part.slice());
    parts[0]?.fill(7, 100, 200);
    await indexStore.write(parts);
    const { preparing } = await wake();
    await expect.poll(preparing, { timeout: 20_000 }).toEqual(['damaged', 'no']);
  }, 60_000);
});
