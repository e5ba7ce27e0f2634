import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Database } from './sql.ts';
import { writeExport } from './write-export.ts';

type Options = {
  readonly database: Database;
  readonly folder: string;
  /** 0 for none. */
  readonly everyMinutes: number;
  readonly keep: number;
  /** Hears of each that was made, and of each that failed. */
  readonly say: (what: { readonly backUp: string } | { readonly failed: string }) => void;
};

export type BackUps = {
  /** Makes one if anything was written since the last one. */
  make(): Promise<void>;
  /** The last one, and no more. */
  stop(): Promise<void>;
};

const pattern = /^\d{8}T\d{9}Z-(\d+)\.ndjson\.gz$/;

/**
 * Exports into the hub's folder every so often: what remains when the power went at the one moment
 * that the embedded engine does not survive, or when somebody wants last week back.
 */
export function keepBackUps({ database, folder, everyMinutes, keep, say }: Options): BackUps {
  const home = join(folder, 'back-ups');
  const isOff = everyMinutes === 0 || keep === 0;
  const makeOne = async () => {
    const made = backUpsIn(home);
    const mark = await markOf(database);
    if (isOff || (made[0] !== undefined && pattern.exec(made[0])?.[1] === mark)) return;
    const at = new Date().toISOString().replaceAll(/[-:.]/g, '');
    const name = `${at}-${mark}.ndjson.gz`;
    try {
      mkdirSync(home, { recursive: true, mode: 0o700 });
      await writeExport(database, join(home, name));
      for (const old of backUpsIn(home).slice(keep)) rmSync(join(home, old), { force: true });
      say({ backUp: name });
    } catch (error) {
      say({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  let turn: Promise<void> = Promise.resolve();
  const make = () => {
    turn = turn.then(makeOne);
    return turn;
  };
  const timer = isOff ? undefined : setInterval(() => void make(), everyMinutes * 60_000);
  return {
    make,
    stop() {
      clearInterval(timer);
      return make();
    },
  };
}

/** The newest first. */
function backUpsIn(home: string): string[] {
  try {
    return readdirSync(home)
      .filter((name) => pattern.test(name))
      .toSorted()
      .toReversed();
  } catch {
    return [];
  }
}

/** The number of the next transaction that writes: it stands still while nothing is written. */
async function markOf(database: Database): Promise<string> {
  const [row] = await database.rows(
    v.object({ mark: v.string() }),
    'select pg_snapshot_xmax(pg_current_snapshot())::text as mark',
  );
  return row?.mark ?? '';
}
