import { localDay } from '../base/local-day';
import type { StoredEvent } from '../domain/pick';
import { writeBackup } from '../knowledge/export/write-backup';
import { readBackup } from '../knowledge/read-backup';
import type { ImportResult, Settings } from '../protocol/brain-calls';
import type { IndexStore } from '../store/index-store';
import type { Store } from '../store/store';
import { findConversations } from './find-conversations';
import type { BrainHandlers } from './handlers';
import type { Knowledge } from './knowledge';

type DataHandlers = Pick<BrainHandlers, Extract<keyof BrainHandlers, `data.${string}`>>;

type Parts = {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly settings: () => Settings;
  readonly now: () => number;
  readonly indexStore?: IndexStore;
  readonly learnedStore?: IndexStore;
  /** Called before all is erased: what of it went elsewhere is known only until then. */
  readonly beforeErasing?: () => Promise<void>;
  /** Puts the brain together again from what the store holds now. */
  readonly startAnew: () => Promise<void>;
};

const eventsPerRead = 1_000;

/** The calls by which a person takes what is kept on this machine away, or erases it. */
export function dataHandlers(parts: Parts): DataHandlers {
  const { store, knowledge, settings, now, startAnew, indexStore, learnedStore } = parts;
  const { beforeErasing } = parts;
  return {
    'data.export': async () => {
      const savedAt = now();
      const bytes = writeBackup({
        bases: knowledge.bases(),
        settings: settings(),
        events: await allEvents(store),
        savedAt,
      });
      return { fileName: `cuecard-${localDay(savedAt)}.json`, bytes };
    },

    'data.restore-bases': async ({ content }) => {
      const files = readBackup(content);
      if (files === undefined) return { outcome: 'not-such-a-file' };
      const bases: ImportResult[] = [];
      for (const file of files) bases.push(await knowledge.importFile(file));
      return { outcome: 'restored', bases };
    },

    'data.erase-all': async () => {
      await beforeErasing?.();
      await store.eraseAll();
      // It holds words of the entries.
      await indexStore?.write([]);
      await learnedStore?.write([]);
      await startAnew();
      return null;
    },

    'data.find-conversations': async ({ words }) => ({
      conversations: findConversations(await allEvents(store), words),
    }),

    'data.erase-conversations': async ({ conversations }) => {
      const events = await store.eraseEvents(conversations);
      // What was learned from them goes too: it is rebuilt from the events that are left.
      if (events > 0) {
        await learnedStore?.write([]).catch(() => {});
        await startAnew();
      }
      return { events };
    },
  };
}

async function allEvents(store: Store): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for (;;) {
    const some = await store.readEvents(all.at(-1)?.seq ?? 0, eventsPerRead);
    all.push(...some);
    if (some.length < eventsPerRead) return all;
  }
}
