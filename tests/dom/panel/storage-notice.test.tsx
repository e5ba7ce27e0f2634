import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BrainLink } from '../../../lib/protocol/brain-calls';
import type { StorageReport } from '../../../lib/protocol/storage-calls';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel;
afterEach(async () => {
  vi.restoreAllMocks();
  await panel.unmount();
});

const shown = (report: StorageReport) =>
  renderPanel((brain) => {
    brain.answers['storage.report'] = async () => report;
  });
const words = () => panel.root.textContent;

describe('the panel says', () => {
  it('that nothing is kept where there is no store, until it is told away', async () => {
    panel = await shown({ state: 'not-kept', unreadable: 0 });
    expect(words()).toContain('Nothing is kept in this window.');
    await panel.click(panel.button('Dismiss'));
    expect(words()).not.toContain('Nothing is kept');
  });

  it('that the disk is full, and that there is room again, as the brain tells it', async () => {
    panel = await shown({ state: 'kept', unreadable: 0 });
    expect(words()).not.toContain('no room');
    await panel.tell({ news: 'storage.changed', report: { state: 'full', unreadable: 0 } });
    expect(words()).toContain('There is no room left on this computer.');
    panel.brain.answers['storage.repair'] = async () => {
      throw new Error('QuotaExceededError');
    };
    await panel.click(panel.button('Try again'));
    expect(words()).toContain('There is no room left on this computer.');
    panel.brain.answers['storage.repair'] = async () => ({ state: 'kept', unreadable: 0 });
    await panel.click(panel.button('Try again'));
    expect(words()).not.toContain('no room');
  });

  it('that an older Cuecard holds the store, while no call is answered', async () => {
    panel = await renderPanel((brain) => {
      brain.answers['storage.report'] = () => new Promise(() => {});
      brain.answers['knowledge.summary'] = () => new Promise(() => {});
    });
    await panel.tell({ news: 'storage.changed', report: { state: 'blocked', unreadable: 0 } });
    expect(words()).toContain('An older Cuecard is still open in another tab.');
  });
});

describe('one click repairs a damaged store', () => {
  const damaged: StorageReport = { state: 'damaged', unreadable: 2 };

  it('and saves a copy of what can be read first', async () => {
    panel = await shown(damaged);
    expect(words()).toContain('2 stored answers can’t be read any more.');
    const done: string[] = [];
    panel.brain.answers['export.base'] = async ({ base }) => {
      done.push(`copy of ${base}`);
      return { fileName: 'harbour.json', mediaType: 'application/json', bytes: new Uint8Array(3) };
    };
    panel.brain.answers['storage.repair'] = async () => {
      done.push('repair');
      return { state: 'kept', unreadable: 0 };
    };
    await panel.click(panel.button('Save a copy and repair'));
    expect(done).toEqual(['copy of harbour', 'repair']);
    expect(panel.saved).toEqual(['harbour.json']);
    expect(words()).toContain('Repaired.');
    await panel.click(panel.button('Dismiss'));
    expect(words()).not.toContain('Repaired');
  });

  it('also when no copy can be made, and says when the repair fails', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    panel = await shown({ state: 'damaged', unreadable: 0 });
    expect(words()).toContain('can’t be read properly');
    panel.brain.answers['storage.repair'] = () => Promise.reject(new Error('no'));
    await panel.click(panel.button('Save a copy and repair'));
    expect(words()).toContain('The repair did not work; nothing was changed.');
    panel.brain.answers['storage.repair'] = async () => ({ state: 'kept', unreadable: 0 });
    await panel.click(panel.button('Save a copy and repair'));
    expect(words()).toContain('Repaired.');
  });

  it('and says that there is no room where the repair failed for that', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    panel = await shown(damaged);
    panel.brain.answers['storage.repair'] = () => Promise.reject(new Error('QuotaExceededError'));
    panel.brain.answers['storage.report'] = async () => ({ ...damaged, state: 'full' });
    await panel.click(panel.button('Save a copy and repair'));
    expect(words()).toContain('There is no room left on this computer.');
    // Room again does not mend what is damaged.
    panel.brain.answers['storage.repair'] = async () => damaged;
    await panel.click(panel.button('Try again'));
    expect(words()).toContain('2 stored answers can’t be read any more.');
  });

  it('also when there was no room between the copy and the repair', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    panel = await shown(damaged);
    const reports: StorageReport[] = [damaged, { state: 'kept', unreadable: 0 }];
    panel.brain.answers['storage.repair'] = async () => reports.shift() ?? damaged;
    await panel.click(panel.button('Save a copy and repair'));
    expect(words()).toContain('Repaired.');
    expect(words()).not.toContain('can’t be read');
  });

  it('or says that it is still damaged, until another brain has looked', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const listeners = new Set<(link: 'lost' | 'found') => void>();
    panel = await renderPanel((brain) => {
      brain.answers['storage.report'] = async () => damaged;
      brain.answers['storage.repair'] = async () => damaged;
      const onLink: BrainLink['onLink'] = (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      };
      Object.assign(brain, { onLink });
    });
    await panel.click(panel.button('Save a copy and repair'));
    expect(words()).toContain('The repair did not work; nothing was changed.');
    expect(words()).not.toContain('Repaired');
    await act(async () => {
      for (const link of ['lost', 'found'] as const) for (const tell of listeners) tell(link);
    });
    expect(words()).toContain('2 stored answers can’t be read any more.');
  });
});
