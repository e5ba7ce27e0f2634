import * as v from 'valibot';
import { checkExport, damaged, isEnd, parseLine } from './check-export.ts';
import { migrate } from './migrate.ts';
import type { Database, Sql } from './sql.ts';
import { quoted, type Table, tablesOf } from './tables.ts';

const charactersAtOnce = 1_000_000;
const rowsAtOnce = 500;

/**
 * Fills a database that holds nothing yet from the lines of an export: all of it or nothing. The
 * tables are first made as they were where it was exported, and brought up to date afterwards.
 */
export async function importDatabase(
  database: Database,
  lines: () => AsyncIterable<string>,
): Promise<void> {
  const { steps } = await checkExport(lines());
  await migrate(database, steps);
  await database.transaction(async (sql) => {
    const tables = await tablesOf(sql);
    for (const { name } of tables) {
      const some = await sql.rows(v.unknown(), `select 1 from ${quoted(name)} limit 1`);
      if (some.length > 0) throw new Error('This database holds a team already.');
    }
    await fill(sql, tables, lines());
  });
  await migrate(database);
}

async function fill(sql: Sql, tables: readonly Table[], lines: AsyncIterable<string>) {
  const kinds = new Map(tables.map((table) => [table.name, { table, schema: lineOf(table) }]));
  const anyTable = v.object({ table: v.string() });
  let table: Table | undefined;
  let rows: object[] = [];
  let size = 0;
  const flush = async () => {
    if (table !== undefined && rows.length > 0) await insert(sql, table, rows);
    rows = [];
    size = 0;
  };
  let at = 0;
  for await (const line of lines) {
    at++;
    if (at === 1 || isEnd(line)) continue;
    const { table: name } = parseLine(anyTable, line, at);
    const kind = kinds.get(name);
    if (kind === undefined) throw damaged(at, 'there is no such table');
    if (table !== kind.table || rows.length >= rowsAtOnce || size >= charactersAtOnce) {
      await flush();
    }
    table = kind.table;
    rows.push(parseLine(kind.schema, line, at).row);
    size += line.length;
  }
  await flush();
}

async function insert(sql: Sql, { name, columns }: Table, rows: readonly object[]) {
  const names = columns.map((column) => quoted(column.name));
  const values = columns.map(({ name: column, type }) =>
    type === 'bytea' ? `decode(${quoted(column)}, 'base64')` : `${quoted(column)}::${type}`,
  );
  await sql.run(
    `insert into ${quoted(name)} (${names}) select ${values}
     from json_to_recordset(($1::text)::json) as given(${names.map((each) => `${each} text`)})`,
    [JSON.stringify(rows)],
  );
}

/** A row with exactly the columns of the table, each written as its type is. */
function lineOf({ name, columns }: Table) {
  const row = columns.map(({ name: column, type, mayBeNull }) => {
    const value = textOf(type);
    return [column, mayBeNull ? v.nullable(value) : value] as const;
  });
  return v.strictObject({
    table: v.literal(name),
    row: v.strictObject(Object.fromEntries(row)),
  });
}

function textOf(type: string): v.GenericSchema<unknown, string> {
  if (/^(bigint|integer|smallint)$/.test(type)) return v.pipe(v.string(), v.regex(/^-?\d{1,19}$/));
  if (type === 'bytea') return v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));
  return v.string();
}
