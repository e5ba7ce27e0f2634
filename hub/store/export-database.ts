import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { beginSchema, endSchema, format, rowSchema } from './export-file.ts';
import type { Database, Sql } from './sql.ts';
import { quoted, type Table, tablesOf } from './tables.ts';

const rowsAtOnce = 200;

/**
 * Writes out all that the hub keeps, line by line, as it stands at one moment. Rows are read as
 * they are written, so that it does not matter how many there are.
 */
export async function exportDatabase(
  database: Database,
  write: (line: string) => Promise<void>,
): Promise<void> {
  let hasBegun = false;
  await database.transaction(async (sql) => {
    if (hasBegun) throw new Error('The database broke the export off. Try it again.');
    hasBegun = true;
    await sql.run('set transaction isolation level repeatable read, read only');
    const hash = createHash('sha256');
    const put = async (line: string) => {
      hash.update(line);
      await write(line);
    };
    const steps = await sql.rows(
      v.object({ number: v.number() }),
      'select number from migration order by number',
    );
    await put(
      lineOf(beginSchema, {
        format,
        steps: steps.map(({ number }) => number),
        at: new Date().toISOString(),
      }),
    );
    const counts: { [table: string]: number } = {};
    for (const table of await tablesOf(sql)) {
      let count = 0;
      for await (const row of rowsOf(sql, table)) {
        await put(lineOf(rowSchema, { table: table.name, row }));
        count++;
      }
      counts[table.name] = count;
    }
    await write(lineOf(endSchema, { end: true, counts, sha256: hash.digest('hex') }));
  });
}

const lineOf = <Schema extends v.GenericSchema>(_: Schema, line: v.InferInput<Schema>) =>
  `${JSON.stringify(line)}\n`;

async function* rowsOf(sql: Sql, { name, columns }: Table) {
  const asText = columns.map(({ name: column, type }) =>
    type === 'bytea'
      ? `translate(encode(${quoted(column)}, 'base64'), chr(10), '') as ${quoted(column)}`
      : `${quoted(column)}::text as ${quoted(column)}`,
  );
  await sql.run(`declare moving no scroll cursor for select ${asText} from ${quoted(name)}`);
  for (;;) {
    const rows = await sql.rows(rowSchema.entries.row, `fetch ${rowsAtOnce} from moving`);
    yield* rows;
    if (rows.length < rowsAtOnce) break;
  }
  await sql.run('close moving');
}
