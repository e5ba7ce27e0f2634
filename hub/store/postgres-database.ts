import postgres from 'postgres';
import { type Database, retried, type Shared, type SqlValue, sqlOf } from './sql.ts';

const channel = 'cuecard_hub';

/** A server that speaks the PostgreSQL protocol; also behind a pooler that keeps no session. */
export function openPostgres(url: string): Database {
  const pool = postgres(url, { prepare: false, max: 10, onnotice: () => {} });
  const on = (connection: postgres.Sql | postgres.TransactionSql) =>
    sqlOf(async (text: string, values: readonly SqlValue[]) => [
      ...(await connection.unsafe(text, [...values])),
    ]);
  return {
    ...on(pool),
    transaction: async <Result>(work: (sql: ReturnType<typeof on>) => Promise<Result>) => {
      const done = await retried(() =>
        pool.begin(async (connection) => ({ result: await work(on(connection)) })),
      );
      return done.result;
    },
    script: async (text) => {
      await pool.unsafe(text).simple();
    },
    close: () => pool.end({ timeout: 5 }),
  };
}

/** The same where others may work on it, too: with a connection of its own for what they say. */
export function openSharedPostgres(url: string): Database {
  const database = openPostgres(url);
  const ear = postgres(url, { prepare: false, max: 1, onnotice: () => {} });
  const shared: Shared = {
    wake: () => database.run('select pg_notify($1, $2)', [channel, '']).catch(() => {}),
    async listen(heard) {
      try {
        const { unlisten } = await ear.listen(channel, heard);
        return () => unlisten().catch(() => {});
      } catch {
        return async () => {};
      }
    },
  };
  return {
    ...database,
    shared,
    async close() {
      await ear.end({ timeout: 5 });
      await database.close();
    },
  };
}
