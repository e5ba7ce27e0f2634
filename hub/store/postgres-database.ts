import postgres from 'postgres';
import { type Database, retried, type SqlValue, sqlOf } from './sql.ts';

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
