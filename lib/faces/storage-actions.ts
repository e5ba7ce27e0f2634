import type { BrainLink, BrainNews } from '../protocol/brain-calls';
import type { StorageReport } from '../protocol/storage-calls';
import type { PanelActions } from './panel-actions';
import type { PanelTools } from './panel-tools';
import type { StorageShown } from './storage-shown';

type StorageActions = Pick<PanelActions, 'repairStorage' | 'retryStorage' | 'dismissStorage'>;

/** A restart takes less than this as a rule; words that flash by would only move the cards. */
const noticeAfterMs = 500;

/** How well things are kept: asking, following the news, and repairing. */
export function storageActions(tools: PanelTools, isPrivate: boolean) {
  const { get, set, brain } = tools;

  function hear(told: StorageReport) {
    // A private window has a database too: it goes when the window closes.
    const isLost = isPrivate && told.state === 'kept';
    const report: StorageReport = isLost ? { ...told, state: 'not-kept' } : told;
    const before = get().storage;
    if (report.state === before.report.state && report.unreadable === before.report.unreadable) {
      return;
    }
    set({ storage: { report, repair: 'none', isDismissed: false } });
    if (told.state === 'kept') void tools.outbox.retry();
  }

  /** Saves a file of each base that can be read. A repair goes on without those that cannot. */
  async function saveCopies() {
    for (const { id, smallTalk, entries } of get().bases ?? []) {
      if (smallTalk || entries === 0) continue;
      try {
        const file = await brain.call('export.base', { base: id, format: 'cuecard' });
        tools.saveFile(file.fileName, file.mediaType, file.bytes);
      } catch (error) {
        console.warn('Cuecard: no copy could be saved.', error);
      }
    }
  }

  /** What another brain makes of it is not known yet. */
  function forgetFailure() {
    const { storage } = get();
    if (storage.repair === 'failed') set({ storage: { ...storage, repair: 'none' } });
  }

  async function ask() {
    try {
      hear(await brain.call('storage.report', null));
    } catch {
      // Said by the call that failed with it.
    }
  }

  const actions: StorageActions = {
    async repairStorage() {
      const { storage } = get();
      if (storage.repair === 'working') return;
      set({ storage: { ...storage, repair: 'working' } });
      try {
        await saveCopies();
        let report = await brain.call('storage.repair', null);
        // Where there was no room either, the first has only found that there is again.
        if (report.state === 'damaged') report = await brain.call('storage.repair', null);
        set({ storage: { report, repair: outcomeOf(report), isDismissed: false } });
        void tools.outbox.retry();
      } catch (error) {
        console.warn('Cuecard: the repair did not work.', error);
        set({ storage: { ...get().storage, repair: 'failed' } });
        // It may have failed for something that can be told better, as for want of room.
        await ask();
      }
    },
    async retryStorage() {
      await tools.outbox.retry();
      // Where there was no room, to repair is to try to write.
      await brain.call('storage.repair', null).then(hear, () => {});
    },
    dismissStorage() {
      const { storage } = get();
      set({ storage: { ...storage, repair: 'none', isDismissed: true } });
      // Read in one panel, it need not be read in all of them.
      if (storage.report.state === 'lost') {
        brain.call('storage.repair', null).then(hear, () => {});
      }
    },
  };

  return {
    actions,
    hearNews(news: BrainNews) {
      // What a repair changes on its way is told by its own words.
      if (news.news === 'storage.changed' && get().storage.repair !== 'working') hear(news.report);
    },
    ask,
    /** @returns a function that stops following */
    followLink(link: Partial<BrainLink>, onFound: () => void): () => void {
      let timer: ReturnType<typeof setTimeout> | undefined;
      return (
        link.onLink?.((now) => {
          clearTimeout(timer);
          if (now === 'lost') timer = setTimeout(() => set({ isRestarting: true }), noticeAfterMs);
          else {
            set({ isRestarting: false });
            forgetFailure();
            onFound();
          }
        }) ?? (() => {})
      );
    },
  };
}

function outcomeOf({ state }: StorageReport): StorageShown['repair'] {
  if (state === 'kept') return 'done';
  // What else is amiss has words of its own.
  return state === 'damaged' ? 'failed' : 'none';
}
