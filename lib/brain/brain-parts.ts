import type { BrainNews } from '../protocol/brain-calls';
import type { IndexStore } from '../store/index-store';
import type { Store } from '../store/store';
import type { ReadSample } from './samples';

/** What the brain is put together from: its surroundings, so that tests can give it others. */
export type BrainParts = {
  readonly store: Store;
  /** Where the trained index is kept; without it every start trains anew. */
  readonly indexStore?: IndexStore;
  readonly readSample: ReadSample;
  /** ms since 1970. */
  readonly now: () => number;
  readonly tellFaces: (news: BrainNews) => void;
  /** Does a short piece of work when the process has nothing else to do. */
  readonly whenIdle: (work: () => void) => void;
};
