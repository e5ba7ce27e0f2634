import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Store } from '../store/store';

/** About 20 ms of the engine's work on entries that it knows by their prints. */
const entriesPerReading = 1_000;

type Parts = {
  readonly mayGoOn: Promise<void>;
  readonly store: Pick<Store, 'readEntries'>;
  readonly bases: readonly KnowledgeBase[];
  /** Both may be told the same again, when a reading failed half-way. */
  teach(base: KnowledgeBase, some: readonly Entry[]): void;
  loaded(base: KnowledgeBase, entries: readonly Entry[]): void;
  idle(): Promise<void>;
  done(): void;
};

/** What an early start left unread. */
export type RestOfStart = {
  /** While there is any. Rejects when it could not be read; whoever asks after that has it tried again. */
  readonly whole: Promise<void> | undefined;
  /** Never rejects. */
  readonly whenWhole: Promise<void>;
};

export function readRest(parts: Parts): RestOfStart {
  let isWhole = false;
  let tellWhole = () => {};
  const whenWhole = new Promise<void>((resolve) => {
    tellWhole = resolve;
  });
  const begin = (mayGoOn: Promise<void>) => {
    const begun = mayGoOn.then(read);
    // Told to those who wait for it.
    begun.catch(() => {
      reading = undefined;
    });
    return begun;
  };
  let reading: Promise<void> | undefined = begin(parts.mayGoOn);

  async function read() {
    const { store, bases, teach, loaded, idle, done } = parts;
    for (const base of bases) {
      const entries = await store.readEntries(base.id);
      for (let at = 0; at < entries.length; at += entriesPerReading) {
        teach(base, entries.slice(at, at + entriesPerReading));
        await idle();
      }
      loaded(base, entries);
    }
    isWhole = true;
    done();
    tellWhole();
  }

  return {
    get whole() {
      if (isWhole) return undefined;
      reading ??= begin(Promise.resolve());
      return reading;
    },
    whenWhole,
  };
}
