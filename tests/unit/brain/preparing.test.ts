import { describe, expect, it } from 'vitest';
import { makeKnowledge } from '../../../lib/brain/make-knowledge';
import type { BrainNews } from '../../../lib/protocol/brain-calls';
import { makeMemoryIndexStore } from '../../../lib/store/index-store';
import { makeMemoryStore } from '../../../lib/store/memory-store';

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
    expect(preparing()).toEqual([true]);
    expect(knowledge.isPreparing).toBe(true);
    await expect.poll(preparing, { timeout: 20_000 }).toEqual([true, false]);
    expect(knowledge.engine.isReady).toBe(true);
    await expect.poll(() => told.at(-1)?.news, { timeout: 20_000 }).toBe('knowledge.changed');
    await expect.poll(() => indexStore.read(), { timeout: 20_000 }).not.toEqual([]);
  }, 60_000);

  it('is ready at once when its index was kept', async () => {
    const { knowledge, preparing, reports } = await wake();
    expect(reports).toEqual([{ outcome: 'restored', changed: 0 }]);
    expect(knowledge.engine.size).toBe(1_001);
    expect(preparing()).toEqual([]);
    expect(knowledge.isPreparing).toBe(false);
  });
});
