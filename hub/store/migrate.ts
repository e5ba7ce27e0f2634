import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Database } from './sql.ts';
import { raiseWall } from './wall.ts';

const folder = join(import.meta.dirname, 'migrations');

/** Brings the tables to their newest form, each numbered step once, and walls them off. */
export async function migrate(database: Database): Promise<void> {
  await database.script('create table if not exists migration (number int primary key)');
  const rows = await database.rows(
    v.object({ number: v.number() }),
    'select number from migration',
  );
  const done = new Set(rows.map(({ number }) => number));
  const steps = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  for (const name of steps) {
    const number = Number.parseInt(name, 10);
    if (done.has(number)) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    // Statements that are sent as one are one transaction, by the protocol itself.
    await database.script(`${text}\ninsert into migration (number) values (${number});`);
  }
  await raiseWall(database);
}
