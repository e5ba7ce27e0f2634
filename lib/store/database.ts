import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { StoredEvent } from '../domain/pick';
import type { OutlineRow } from './entry-outlines';
import { migrations } from './migrations';
import type { TeamRow } from './team-rows';
import { writeOutlinesWith } from './write-outlines';

/** Up to `chunkSize` entries in one row: 10 to 20 times faster to write and read than one row each. */
export type EntryChunk = { readonly base: string; readonly at: number; readonly entries: Entry[] };
export const chunkSize = 200;

export type SettingRow = { readonly name: string; readonly value: unknown };

export type Database = Dexie & {
  bases: EntityTable<KnowledgeBase, 'id'>;
  chunks: Table<EntryChunk, [string, number]>;
  /** What is known of the entries of each chunk without reading it. */
  outlines: Table<OutlineRow, [string, number]>;
  events: EntityTable<StoredEvent, 'seq'>;
  settings: EntityTable<SettingRow, 'name'>;
  /** The place in a team, its bases and what is not published yet. */
  team: EntityTable<TeamRow, 'key'>;
};

/**
 * A write is done when it is on the disk. Chromium says so before since version 121, so that a pick
 * or a draft that was acknowledged could go with the power. For all tables: what may be lost is in
 * another database (index-store.ts), and what is left are few writes.
 */
const lasting = { chromeTransactionDurability: 'strict' } as const;

/** The tables at their newest version. Dexie runs the steps in between, each in one transaction. */
export function makeDatabase(name: string): Database {
  const database = new Dexie(name, lasting) as Database;
  for (const { version, tables, upgrade } of migrations) {
    const step = database.version(version).stores(tables);
    if (upgrade) step.upgrade(upgrade);
  }
  writeOutlinesWith(database);
  return database;
}
