import * as v from 'valibot';
import type { Database, Sql } from './sql.ts';

/**
 * The second wall between organisations, under the WHERE of every query: the database itself gives
 * what is asked for an organisation only that one's rows. Policies are made from the tables:
 *
 * - with a column `organisation`: the rows in which it is the one asked for;
 * - without: the rows whose parents, by their foreign keys, may be seen;
 * - with neither: none. `tests/contract/wall-cases.ts` fails for such a table.
 */
const member = 'cuecard_member';
/** Left empty, not null, by a transaction before on the same connection. */
const setting = "nullif(current_setting('cuecard.organisation', true), '')";
/** Told nothing of organisations, and never read for one. */
const apart = ['migration'];

const yes = v.object({ yes: v.boolean() });
const tableRow = v.object({
  name: v.string(),
  has_column: v.boolean(),
  is_forced: v.boolean(),
  policies: v.array(v.string()),
  parents: v.array(v.object({ column: v.string(), table: v.string(), key: v.string() })),
});

const tablesText = `
  select class.relname as name,
    exists (select 1 from pg_attribute where attrelid = class.oid and attname = 'organisation'
      and not attisdropped) as has_column,
    class.relrowsecurity and class.relforcerowsecurity as is_forced,
    coalesce((select json_agg(polname) from pg_policy where polrelid = class.oid), '[]') as policies,
    coalesce((select json_agg(json_build_object('column', own.attname, 'table', parent.relname,
        'key', theirs.attname))
      from pg_constraint
        join pg_class as parent on parent.oid = confrelid
        join pg_attribute as own on own.attrelid = conrelid and own.attnum = conkey[1]
        join pg_attribute as theirs on theirs.attrelid = confrelid and theirs.attnum = confkey[1]
      where contype = 'f' and conrelid = class.oid and cardinality(conkey) = 1 and own.attnotnull),
      '[]') as parents
  from pg_class as class join pg_namespace on pg_namespace.oid = relnamespace
  where nspname = current_schema() and relkind in ('r', 'p') order by 1`;
type Table = v.InferOutput<typeof tableRow>;

/** Every table of the schema, with its policies; for the tests, too. */
export const tablesOf = (sql: Sql): Promise<Table[]> => sql.rows(tableRow, tablesText);

/**
 * Makes what is missing of the wall; done after the migrations, at every start. It writes nothing
 * where nothing is missing: a start alone is no reason for a back-up.
 */
export async function raiseWall(database: Database): Promise<void> {
  if (!(await mayBecomeMember(database))) await makeRole(database);
  const hasRole = await mayBecomeMember(database);
  const [user] = await database.rows(
    yes,
    'select rolsuper or rolbypassrls as yes from pg_roles where rolname = current_user',
  );
  if (!hasRole && user?.yes !== false) {
    throw new Error(
      `The hub's database user sees past row-level security and may not make the role ${member}. ` +
        `Let it make roles, or make that one and grant it to the user.`,
    );
  }
  await database.transaction(async (sql) => {
    // Of several hubs that start at once, one does it.
    await sql.run('lock table migration in exclusive mode');
    for (const table of await tablesOf(sql)) await wallOff(sql, table);
    const [still] = hasRole ? await sql.rows(yes, missingGrantText, [member]) : [];
    if (still?.yes !== true) return;
    await sql.run(`grant usage on schema public to ${member}`);
    await sql.run(
      `grant select, insert, update, delete on all tables in schema public to ${member}`,
    );
  });
}

const missingGrantText = `
  select count(*) > 0 as yes from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where nspname = current_schema() and relkind in ('r', 'p') and not (
    has_table_privilege($1, pg_class.oid, 'select') and
    has_table_privilege($1, pg_class.oid, 'insert') and
    has_table_privilege($1, pg_class.oid, 'update') and
    has_table_privilege($1, pg_class.oid, 'delete'))`;

async function wallOff(sql: Sql, table: Table): Promise<void> {
  const name = `"${table.name}"`;
  if (!table.is_forced) {
    await sql.run(`alter table ${name} enable row level security`);
    // For its owner, too: where the role cannot be had, the owner itself is held back.
    await sql.run(`alter table ${name} force row level security`);
  }
  if (!table.policies.includes('keeper')) {
    // What is done for no organisation: a token looked up, an invite, a migration.
    await sql.run(
      `create policy keeper on ${name} to current_user using (${setting} is null)
       with check (${setting} is null)`,
    );
  }
  const condition = conditionFor(table);
  if (condition !== undefined && !table.policies.includes('organisation')) {
    await sql.run(
      `create policy organisation on ${name} using (${condition}) with check (${condition})`,
    );
  }
}

function conditionFor({ name, has_column, parents }: Table): string | undefined {
  if (apart.includes(name)) return undefined;
  if (name === 'organisation') return `id = ${setting}`;
  if (has_column) return `organisation = ${setting}`;
  if (parents.length === 0) return undefined;
  // The parent's own policy holds within, so that what is found there may be seen.
  return parents
    .map(
      ({ column, table, key }) =>
        `exists (select 1 from "${table}" where "${table}"."${key}" = "${name}"."${column}")`,
    )
    .join(' and ');
}

/** Not in a transaction, which a refusal would end. */
async function makeRole(database: Database): Promise<void> {
  const isRefusal = (error: unknown) =>
    error instanceof Error &&
    'code' in error &&
    // No right to; it was there; another hub made it at the same time.
    ['42501', '42710', '23505', '0A000', '0LP01'].includes(String(error.code));
  const attempt = (text: string) =>
    database.run(text).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
    });
  await attempt(`create role ${member} nologin`);
  if (!(await mayBecomeMember(database))) await attempt(`grant ${member} to current_user`);
}

const mayBecomeMember = async (database: Database): Promise<boolean> => {
  const [row] = await database.rows(
    yes,
    `select coalesce((select pg_has_role(current_user, oid, 'MEMBER') from pg_roles
       where rolname = '${member}'), false) as yes`,
  );
  return row?.yes ?? false;
};

const known = new WeakMap<Database, Promise<boolean>>();

/**
 * The database as one organisation sees it. All is set for one transaction at a time, so that it
 * holds behind a pooler, too, which gives each transaction another connection.
 */
export function behindWall(database: Database, organisation: string): Database {
  let hasRole = known.get(database);
  if (hasRole === undefined) {
    hasRole = mayBecomeMember(database);
    known.set(database, hasRole);
  }
  const step = hasRole.then(
    (so) =>
      `select set_config('cuecard.organisation', $1, true)${
        so ? `, set_config('role', '${member}', true)` : ''
      }`,
  );
  const transaction: Database['transaction'] = async (work) => {
    const text = await step;
    return database.transaction(async (sql) => {
      await sql.run(text, [organisation]);
      return work(sql);
    });
  };
  return {
    ...database,
    transaction,
    rows: (schema, text, values) => transaction((sql) => sql.rows(schema, text, values)),
    run: (text, values) => transaction((sql) => sql.run(text, values)),
  };
}
