import * as v from 'valibot';
import type { Sql } from './sql.ts';

type Column = { readonly name: string; readonly type: string; readonly mayBeNull: boolean };
export type Table = { readonly name: string; readonly columns: readonly Column[] };

/**
 * Not moved: what the tables are like is said by the steps, pages are made again when asked, and a link
 * for a browser of one's own is for minutes: put back to a back-up, a used one would be good again.
 */
const leftOut = ['migration', 'page_blob', 'device_link'];

const columnRow = v.object({
  table_name: v.string(),
  column_name: v.string(),
  data_type: v.string(),
  is_nullable: v.picklist(['YES', 'NO']),
});
const linkRow = v.object({ from_table: v.string(), to_table: v.string() });

/**
 * All tables as the database itself describes them, each after those that it refers to: a table
 * that a later migration adds is moved without a word about it anywhere else.
 */
export async function tablesOf(sql: Sql): Promise<Table[]> {
  const rows = await sql.rows(
    columnRow,
    `select columns.table_name, column_name, data_type, is_nullable
     from information_schema.columns join information_schema.tables
       on tables.table_schema = columns.table_schema and tables.table_name = columns.table_name
     where columns.table_schema = current_schema() and table_type = 'BASE TABLE'
       and is_generated = 'NEVER'
     order by columns.table_name, ordinal_position`,
  );
  const links = await sql.rows(
    linkRow,
    `select one.relname::text as from_table, other.relname::text as to_table
     from pg_constraint join pg_class one on one.oid = conrelid
       join pg_class other on other.oid = confrelid
     where contype = 'f'`,
  );
  const tables = new Map<string, Column[]>();
  for (const { table_name, column_name, data_type, is_nullable } of rows) {
    if (leftOut.includes(table_name)) continue;
    const columns = tables.get(table_name) ?? [];
    columns.push({ name: column_name, type: data_type, mayBeNull: is_nullable === 'YES' });
    tables.set(table_name, columns);
  }
  const ordered = new Map<string, Table>();
  const add = (name: string) => {
    const columns = tables.get(name);
    if (columns === undefined || ordered.has(name)) return;
    // Taken out first, so that a table that refers to itself comes to an end.
    tables.delete(name);
    for (const link of links) if (link.from_table === name) add(link.to_table);
    ordered.set(name, { name, columns });
  };
  for (const name of [...tables.keys()]) add(name);
  return [...ordered.values()];
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
