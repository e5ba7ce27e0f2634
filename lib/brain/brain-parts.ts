import type { BrainNews } from '../protocol/brain-calls';
import type { Storage } from '../store/guarded-store';
import type { IndexStore } from '../store/index-store';
import type { Store } from '../store/store';
import type { HubLink } from '../sync/hub-link';
import type { IndexReport } from './kept-index';
import type { ReadSample } from './samples';

/** What the brain is put together from: its surroundings, so that tests can give it others. */
export type BrainParts = {
  readonly store: Store;
  /** How well the store keeps things; without it all is taken to be well. */
  readonly storage?: Storage;
  /** Where the trained index is kept; without it every start trains anew. */
  readonly indexStore?: IndexStore;
  /** Where what was made of the lessons is kept; without it every start learns them anew. */
  readonly learnedStore?: IndexStore;
  /** Is told at the start what became of that index. */
  readonly tellIndex?: (report: IndexReport) => void;
  readonly readSample: ReadSample;
  /** ms since 1970. */
  readonly now: () => number;
  readonly tellFaces: (news: BrainNews) => void;
  /** The way to a hub; without it no team can be joined. */
  readonly hubLink?: HubLink;
  /** Whether this machine has a network at all. */
  readonly isOnline?: () => boolean;
  /** Does a short piece of work when the process has nothing else to do. */
  readonly whenIdle: (work: () => void) => void;
  /** How long a question may wait for the ranking of a small base to be trained; 6,000. */
  readonly patienceMs?: number;
};
