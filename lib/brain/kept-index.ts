import type { Engine, EngineEntry, Restored } from '../engine/engine';
import type { IndexStore } from '../store/index-store';

/** What became of the index that was kept: taken over, refused, never written, or unreadable. */
export type IndexReport =
  | Restored
  | { readonly outcome: 'none' }
  | { readonly outcome: 'unreadable'; readonly why: string };

export type KeptIndex = {
  /**
   * Spares the engine its training where it can; call when it has all entries, or with outlines of
   * them all. Never rejects.
   */
  restore(outlined?: readonly EngineEntry[]): Promise<IndexReport>;
  /** Keeps what the engine has trained since. Never rejects: without it the next start trains. */
  keep(): Promise<void>;
};

/** Keeps an engine's trained index between two sessions. */
export function makeKeptIndex(engine: Engine, store: IndexStore | undefined): KeptIndex {
  let writing: Promise<void> = Promise.resolve();
  // Other things are read meanwhile.
  let reading = store?.read();
  // Told of when it is waited for.
  reading?.catch(() => {});
  return {
    async restore(outlined) {
      try {
        const parts = (await (reading ?? store?.read())) ?? [];
        reading = undefined;
        return parts.length === 0 ? { outcome: 'none' } : engine.restore(parts, outlined);
      } catch (error) {
        return { outcome: 'unreadable', why: String(error) };
      }
    },
    keep() {
      const parts = store && engine.snapshot();
      if (parts !== undefined) {
        writing = writing.then(() => store?.write(parts)).catch(() => {});
      }
      return writing;
    },
  };
}
