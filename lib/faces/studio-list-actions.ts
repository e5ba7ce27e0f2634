import type { EntryFilter, EntryRow } from '../protocol/studio-calls';
import { emptyList, newDrafts, rowCount } from './studio-state';
import type { StudioTools } from './studio-tools';
import type { RowRange } from './studio-window';

const pageSize = 100;
const longestQuery = 500;

export type ListActions = {
  chooseBase(id: string): void;
  search(query: string): void;
  setFilter(filter: EntryFilter): void;
  /** Fetches what is missing of the rows in sight. */
  needRows(range: RowRange): void;
  /** Fetches the rows in sight again; the old ones stay on screen meanwhile. */
  refreshList(): Promise<void>;
  moveCursor(to: number): void;
  /** True once the rows on screen are those of this list; false when they never will be. */
  whenListed(): Promise<boolean>;
};

/** The list of entries, fetched page by page as it is scrolled. */
export function studioListActions({ get, set, brain }: StudioTools): ListActions {
  /** Counts up with each new list: pages of older ones are dropped when they arrive. */
  let generation = 0;
  let asked = new Set<number>();
  /** Counts up when another list is asked for, not when the same is fetched again. */
  let lists = 0;
  let arriving: Promise<void> = Promise.resolve();
  let inSight: RowRange = { from: 0, to: pageSize };

  async function fetchPage(page: number): Promise<void> {
    const { base, list } = get();
    if (base === undefined || asked.has(page)) return;
    asked.add(page);
    const mine = generation;
    const offset = page * pageSize;
    const { query, filter } = list;
    try {
      const { total, rows } = await brain.call('studio.entries', {
        base,
        query: query.slice(0, longestQuery),
        filter,
        offset,
        limit: pageSize,
      });
      if (mine !== generation) return;
      const { list } = get();
      const all = new Map<number, EntryRow>(list.isOther ? [] : list.rows);
      for (let at = 0; at < pageSize; at++) {
        const row = rows[at];
        if (row === undefined) all.delete(offset + at);
        else all.set(offset + at, row);
      }
      set({ list: { ...list, state: 'ready', isOther: false, total, rows: all } });
    } catch {
      if (mine !== generation) return;
      asked.delete(page);
      const { list } = get();
      // What another search found would pass for what this one did.
      const none = list.isOther ? { total: 0, rows: new Map<number, EntryRow>() } : {};
      set({ list: { ...list, state: 'failed', ...none } });
    }
  }

  async function fetchSight(): Promise<void> {
    const above = newDrafts(get()).length;
    const first = Math.max(0, Math.floor((inSight.from - above) / pageSize));
    const last = Math.max(first, Math.floor((inSight.to - 1 - above) / pageSize));
    const pages = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    await Promise.all(pages.map(fetchPage));
  }

  function startOver(list: Partial<typeof emptyList>) {
    generation++;
    asked = new Set();
    lists++;
    inSight = { from: 0, to: pageSize };
    set({ list: { ...get().list, ...list, isOther: true }, cursor: 0 });
    arriving = fetchSight();
  }

  return {
    chooseBase(id) {
      set({ base: id, list: emptyList });
      startOver({});
    },
    search(query) {
      if (query === get().list.query) return;
      // The rows found so far stay until the new ones are there: nothing flickers while typing.
      startOver({ query });
    },
    setFilter(filter) {
      startOver({ filter, state: 'loading', rows: new Map(), total: 0 });
    },
    needRows(range) {
      inSight = range;
      void fetchSight();
    },
    refreshList() {
      generation++;
      asked = new Set();
      arriving = fetchSight();
      return arriving;
    },
    moveCursor(to) {
      const last = Math.max(0, rowCount(get()) - 1);
      set({ cursor: Math.min(Math.max(0, to), last) });
    },
    async whenListed() {
      const mine = lists;
      // Fetched once more meanwhile, the list comes with the later answer.
      for (let waited: Promise<void> | undefined; waited !== arriving; ) {
        waited = arriving;
        await waited;
      }
      return mine === lists && !get().list.isOther;
    },
  };
}
