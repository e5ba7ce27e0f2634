import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Database } from './sql.ts';
import { raiseWall } from './wall.ts';

const folder = join(import.meta.dirname, 'migrations');

/** What a row is refused with that is there already. */
const isThere = '23505';

/**
 * Brings the tables to their newest form, each numbered step once, and walls them off; or to the
 * form that other steps made, which must all be known here.
 */
export async function migrate(database: Database, only?: readonly number[]): Promise<void> {
  const table = 'create table if not exists migration (number int primary key)';
  // Two nodes that start together may be in each other's way here, once.
  await database.script(table).catch(() => database.script(table));
  const rows = await database.rows(
    v.object({ number: v.number() }),
    'select number from migration',
  );
  const done = new Set(rows.map(({ number }) => number));
  const steps = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, number: Number.parseInt(name, 10) }));
  const known = new Set(steps.map(({ number }) => number));
  if (only?.some((number) => !known.has(number))) {
    throw new Error('This was written by a newer Cuecard hub than this one. Update it first.');
  }
  if (only !== undefined && [...done].some((number) => !only.includes(number))) {
    throw new Error('The tables here are newer than those of the file. Give it an empty database.');
  }
  for (const { name, number } of steps) {
    if (done.has(number) || only?.includes(number) === false) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    // Statements that are sent as one are one transaction, by the protocol itself. Its number comes
    // first: of two nodes that start together, one waits for the other there, and is refused.
    await database
      .script(`insert into migration (number) values (${number});\n${text}`)
      .catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? error.code : '';
        if (code !== isThere) throw error;
      });
  }
  await raiseWall(database);
}
