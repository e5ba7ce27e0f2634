import * as v from 'valibot';
import type { Head } from '../../lib/protocol/hub-sync.ts';
import type { Sql } from '../store/sql.ts';
import { baseByKey, headOf, type KbRow, organisationByKey } from './bases.ts';
import { type Hub, within } from './hub.ts';
import { makeKeptBytes } from './kept-bytes.ts';
import { readPage } from './pages.ts';
import { readSnapshotPart } from './snapshots.ts';

export type OpenBase = {
  readonly organisation: string;
  readonly kb: KbRow;
  readonly head: Head;
  /** The head as it is sent. */
  readonly headText: string;
  /** Stands for a history: bases and epochs have others, and so has a base that went back. */
  readonly line: number;
};

export type KeptReads = {
  /**
   * The base that a read key opens, as it stood at most `keepMs` ago; `anew` for one that a caller
   * knows to have gone on.
   */
  base(readKey: string, anew?: 'anew'): Promise<OpenBase>;
  page(base: OpenBase, from: number, to: number): Promise<Buffer>;
  part(base: OpenBase, sha256: string): Promise<Buffer>;
  /** Something changed: keys, heads or who may what. Whoever asks from now on gets what is new. */
  forget(): void;
  /** How often that was so. */
  readonly changes: number;
};

type Options = {
  readonly hub: () => Hub;
  /** How long a head is good that nothing is heard of. */
  readonly keepMs: number;
  readonly mostBytes: number;
};

/** Beyond, the first one known goes. */
const mostBases = 10_000;
const chainRow = v.object({ chain: v.string() });

/**
 * What is read by read keys, from this process's memory. Keys and heads are kept for a moment;
 * pages and parts, which never change, while there is room, and given out only by a key that is
 * good.
 */
export function makeKeptReads({ hub, keepMs, mostBytes }: Options): KeptReads {
  const bytes = makeKeptBytes(mostBytes);
  const kept = new Map<string, { readonly base: OpenBase; readonly until: number }>();
  const loading = new Map<string, Promise<OpenBase>>();
  const lines = new Map<string, Pick<OpenBase, 'kb' | 'line'>>();
  let lastLine = 0;
  let changes = 0;

  async function load(readKey: string): Promise<OpenBase> {
    const organisation = await organisationByKey(hub(), readKey);
    return within(hub(), organisation).database.transaction(async (sql) => {
      const kb = await baseByKey(sql, readKey);
      const head = await headOf(sql, kb);
      const name = `${organisation} ${kb.id}`;
      const known = lines.get(name);
      const goesOn = known !== undefined && (await liesOn(sql, known.kb, kb));
      const line = goesOn ? known.line : ++lastLine;
      put(lines, name, { kb, line });
      return { organisation, kb, head, headText: JSON.stringify(head), line };
    });
  }

  function begin(readKey: string): Promise<OpenBase> {
    const until = performance.now() + keepMs;
    const begun = load(readKey);
    loading.set(readKey, begun);
    const isNewest = () => loading.get(readKey) === begun;
    // What was forgotten on its way is not kept: it may be from before the change.
    begun.then(
      (base) => {
        if (!isNewest()) return;
        loading.delete(readKey);
        put(kept, readKey, { base, until });
      },
      () => isNewest() && loading.delete(readKey),
    );
    return begun;
  }

  return {
    async base(readKey, anew) {
      if (anew === undefined) {
        const found = kept.get(readKey);
        if (found !== undefined && performance.now() < found.until) return found.base;
        const begun = loading.get(readKey);
        if (begun !== undefined) return begun;
      }
      kept.delete(readKey);
      return begin(readKey);
    },
    page: ({ organisation, kb, line }, from, to) =>
      bytes.get(`${line} ${from}-${to}`, () => readPage(within(hub(), organisation), kb, from, to)),
    part: ({ organisation, kb, line }, sha256) =>
      bytes.get(`${line} ${sha256}`, () =>
        readSnapshotPart(within(hub(), organisation), kb, sha256),
      ),
    forget() {
      changes++;
      kept.clear();
      loading.clear();
    },
    get changes() {
      return changes;
    },
  };
}

/** Whether what stood once is a part of what stands now: an old back-up may have been put in place. */
async function liesOn(sql: Sql, then: KbRow, now: KbRow): Promise<boolean> {
  if (then.epoch !== now.epoch || then.version > now.version) return false;
  if (then.version === now.version) return then.chain === now.chain;
  const [row] = await sql.rows(
    chainRow,
    'select chain from change where organisation = $1 and kb = $2 and version = $3',
    [now.organisation, now.id, then.version],
  );
  return row?.chain === then.chain;
}

function put<Value>(map: Map<string, Value>, name: string, value: Value): void {
  map.delete(name);
  map.set(name, value);
  const [first] = map.keys();
  if (map.size > mostBases && first !== undefined) map.delete(first);
}
