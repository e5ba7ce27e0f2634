import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { ConversationRef, EntryRef, StoredEvent } from '../domain/pick';
import type { Settings } from '../protocol/brain-calls';
import type { EntryOutline } from './entry-outlines';
import type { TeamChange, TeamState } from './team-rows';

/** A number per entry, keyed by `entryKey`. */
export type PickCounts = ReadonlyMap<string, number>;

/** Whether an event belongs to one of these conversations. */
export function belongsTo(of: readonly ConversationRef[]): (event: ConversationRef) => boolean {
  const keyOf = (ref: ConversationRef) => JSON.stringify([ref.consoleId, ref.conversationKey]);
  const keys = new Set(of.map(keyOf));
  return (event) => keys.has(keyOf(event));
}

export const entryKey = (ref: EntryRef) => `${ref.base}/${ref.id}`;

export type Appended = { readonly seq: number; readonly isNew: boolean };

/**
 * What the brain keeps on this machine. Every implementation passes tests/contract/store.ts.
 * Each write is whole or not at all; after a failed one the last good state is still there.
 */
export type Store = {
  readBases(): Promise<KnowledgeBase[]>;
  /** The entries of one base, in the order in which they were written. */
  readEntries(base: string): Promise<Entry[]>;
  /**
   * What is known of all entries without reading them. Undefined where that is not kept, or not of
   * all of them: then they must be read.
   */
  readOutlines(): Promise<EntryOutline[] | undefined>;
  /** The entries of these outlines; undefined when one is another by now, or cannot be read. */
  readOutlined(outlines: readonly EntryOutline[]): Promise<Entry[] | undefined>;
  /** Keeps outlines of all entries there are, where they are missing. */
  makeOutlines(): Promise<void>;
  /** Puts the base and exactly these entries in the place of what it held before. */
  replaceBase(base: KnowledgeBase, entries: readonly Entry[]): Promise<void>;
  removeBase(id: string): Promise<void>;
  /** Writes what is known of a base, new or not, and leaves its entries alone. */
  putBase(base: KnowledgeBase): Promise<void>;
  /**
   * Puts an entry in the place of the one with its id. A new one goes before the entry named, or
   * to the end. However large the base, this writes no more than the entry's neighbourhood.
   */
  putEntry(entry: Entry, before?: string): Promise<void>;
  removeEntry(ref: EntryRef): Promise<void>;
  readSettings(): Promise<Partial<Settings>>;
  writeSettings(settings: Partial<Settings>): Promise<void>;
  /**
   * Numbers the event and keeps it for good; numbers only ever grow. An event whose `eventId` is
   * kept already is not kept twice: its first number is given back.
   */
  appendEvent(event: Omit<StoredEvent, 'seq'>): Promise<Appended>;
  /** Keeps events of another store, under the numbers that they have there as far as those are free. */
  keepEvents(events: readonly StoredEvent[]): Promise<void>;
  /** Events get greater numbers than this from now on. */
  raiseEventNumbers(above: number): Promise<void>;
  /** Events with a greater number than `after`, in order. */
  readEvents(after: number, limit: number): Promise<StoredEvent[]>;
  /**
   * Empties the message text of all events from before this time, in ms since 1970. Their kind,
   * entries, number and time stay: what was learned is counted from those.
   */
  forgetText(before: number): Promise<void>;
  /** How often each entry was inserted, edited or not. */
  countPicks(): Promise<PickCounts>;
  /** Erases all events of these conversations. Gives back how many there were. */
  eraseEvents(of: readonly ConversationRef[]): Promise<number>;
  /** What is kept of a team; nothing of it on a machine that joined none. */
  readTeam(): Promise<TeamState>;
  changeTeam(change: TeamChange): Promise<void>;
  /** Erases everything. Numbers of events are not given out a second time. */
  eraseAll(): Promise<void>;
  close(): void;
};
