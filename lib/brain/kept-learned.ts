import type { Engine } from '../engine/engine';
import type { IndexStore } from '../store/index-store';

/** Keeps what was made of the lessons between two sessions. Nothing here rejects: they are learned again. */
export type KeptLearned = {
  /** Call it before the first lessons are told. */
  restore(): Promise<void>;
  /** All lessons were told for the first time: where there are none, nothing of earlier ones stays. */
  told(lessons: number): void;
  /** Keeps what was learned since, where that is worth it. */
  keep(): void;
};

export function makeKeptLearned(engine: Engine, store: IndexStore | undefined): KeptLearned {
  let writing: Promise<void> = Promise.resolve();
  let isUntold = false;
  const write = (parts: Iterable<Uint8Array>) => {
    writing = writing.then(() => store?.write(parts)).catch(() => {});
  };
  return {
    async restore() {
      const parts = (await store?.read().catch(() => [])) ?? [];
      isUntold = parts.length > 0;
      engine.restoreLearned(parts);
    },
    told(lessons) {
      if (isUntold && lessons === 0) write([]);
      isUntold = false;
    },
    keep() {
      const parts = store && engine.keepLearned();
      if (parts !== undefined) write(parts);
    },
  };
}
