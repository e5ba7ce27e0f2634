import * as v from 'valibot';
import { pageSize } from '../../lib/protocol/hub-sync.ts';
import { big, type Sql } from '../store/sql.ts';
import { headOf, type KbRow, lockedBase } from './bases.ts';
import type { Hub } from './hub.ts';
import { snapshotOf } from './snapshots.ts';

/** Changes that are kept one by one: all of so many days, and at least so many pages of them. */
export type Kept = { readonly days: number; readonly pages: number };

const dayMs = 86_400_000;
/** 12,800 changes: what is behind by less goes on by changes, and few teams ever make more. */
const usualPages = 50;
const lookEveryMs = 3_600_000;

/**
 * Drops the changes of a base that are older than what is kept, apart from the last one of each
 * answer: going back to a later version begins with it. Whoever is behind them begins anew with the
 * snapshot. Of several nodes at once, one does it.
 */
export async function compact(
  { database, now, forget }: Hub,
  organisation: string,
  kb: string,
  kept: Kept,
): Promise<void> {
  const floor = await database.transaction(async (sql) => {
    const row = await lockedBase(sql, organisation, kb);
    const floor = await floorFor(sql, row, now(), kept);
    if (floor <= row.floor) return undefined;
    const { snapshot } = await headOf(sql, row);
    if ((snapshot?.version ?? 0) < floor) await snapshotOf(sql, row);
    await sql.run(
      `update kb set floor = $3, floor_chain = (select chain from change
         where organisation = $1 and kb = $2 and version = $3)
       where organisation = $1 and id = $2`,
      [organisation, kb, floor],
    );
    return floor;
  });
  if (floor === undefined) return;
  // Nobody reads below the floor any more, so nobody who publishes has to wait for this. Cut short,
  // it is done by the next compaction.
  await database.transaction((sql) => dropBelow(sql, [organisation, kb, floor]));
  forget();
}

/** Whole pages only, so that the page in which the first kept change lies can still be read. */
async function floorFor(sql: Sql, row: KbRow, now: number, { days, pages }: Kept): Promise<number> {
  const [old] = await sql.rows(
    v.object({ version: v.nullable(big) }),
    `select max(version) as version from revision
     where organisation = $1 and kb = $2 and at <= $3`,
    [row.organisation, row.id, now - days * dayMs],
  );
  const last = Math.min(old?.version ?? 0, row.version - pages * pageSize);
  return Math.floor(last / pageSize) * pageSize;
}

async function dropBelow(sql: Sql, gone: readonly [string, string, number]): Promise<void> {
  // In one statement: without the deletion of an answer, what it deleted would seem to stand.
  await sql.run(
    `delete from change where organisation = $1 and kb = $2 and version <= $3
       and (left(body, 11) = '{"op":"del"' or exists
         (select 1 from change as later where later.organisation = $1 and later.kb = $2
            and later.subject = change.subject and later.version > change.version
            and later.version <= $3))`,
    gone,
  );
  await sql.run(
    'delete from page_blob where organisation = $1 and kb = $2 and from_version < $3',
    gone,
  );
  await sql.run(
    `delete from subject where organisation = $1 and kb = $2 and version <= $3
       and body is null`,
    gone,
  );
}

/** Compacts every base that has more than is kept. One that fails holds up no other. */
export async function compactAll(hub: Hub, kept: Kept): Promise<void> {
  const large = await hub.database.rows(
    v.object({ organisation: v.string(), id: v.string() }),
    'select organisation, id from kb where version - floor >= $1 order by organisation, id',
    [(kept.pages + 1) * pageSize],
  );
  let failure: { readonly error: unknown } | undefined;
  for (const { organisation, id } of large) {
    await compact(hub, organisation, id, kept).catch((error: unknown) => {
      failure ??= { error };
    });
  }
  if (failure !== undefined) throw failure.error;
}

/**
 * Compacts at once and then every hour, until the function that it gives back is called.
 * @param days 0 to keep all
 */
export function keepCompact(
  hub: Hub,
  { days, pages = usualPages }: { readonly days: number; readonly pages?: number },
  tellError: (error: unknown) => void,
): () => Promise<void> {
  if (days === 0) return async () => {};
  let running: Promise<void> | undefined;
  const look = () => {
    running ??= compactAll(hub, { days, pages })
      .catch(tellError)
      .finally(() => {
        running = undefined;
      });
  };
  look();
  const timer = setInterval(look, lookEveryMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
