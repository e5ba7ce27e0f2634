import type { Transaction } from 'dexie';

export type Migration = {
  readonly version: number;
  /** Dexie's table syntax: the tables that this version adds or changes. */
  readonly tables: { readonly [table: string]: string };
  /** Must throw rather than drop what it cannot read: Dexie then keeps the old version whole. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<void>;
};

/**
 * Every version that was ever released, in order. A released step never changes; each has a frozen
 * sample in tests/fixtures/store, from which the newest version must be reached.
 */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    tables: { bases: 'id', chunks: '[base+at]', events: '++seq, kind', settings: 'name' },
  },
  {
    version: 2,
    tables: { events: '++seq, kind, &eventId' },
  },
  {
    version: 3,
    tables: { team: 'key' },
  },
  {
    version: 4,
    tables: { outlines: '[base+at]' },
  },
];
