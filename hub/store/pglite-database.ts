import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PgliteRequest, PgliteStart } from './pglite-worker.ts';
import { type Database, retried, type SqlValue, sqlOf } from './sql.ts';

type Reply = {
  readonly id: number;
  readonly rows?: unknown[];
  readonly error?: { readonly message: string; readonly code: string };
};
type Waiting = { resolve(rows: unknown[]): void; reject(error: Error): void };

/**
 * The embedded engine, in a thread of its own; an empty folder's name keeps it in memory.
 * @param copied path of another database's dump, which a new one then begins with
 */
export async function openPglite(
  folder: string,
  copied?: string,
  commitsPerCheckpoint = 5_000,
): Promise<Database> {
  const worker = new Worker(join(import.meta.dirname, 'pglite-worker.ts'), {
    workerData: { folder, copied, commitsPerCheckpoint } satisfies PgliteStart,
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const started = new Promise<unknown[]>((resolve, reject) => waiting.set(0, { resolve, reject }));
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('The database has ended')));
  worker.on('message', ({ id, rows, error }: Reply) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(rows ?? []);
    else asked?.reject(Object.assign(new Error(error.message), { code: error.code }));
  });
  const ask = (kind: PgliteRequest['kind'], text: string, values: readonly SqlValue[] = []) =>
    new Promise<unknown[]>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, kind, text, values } satisfies PgliteRequest);
    });
  await started;

  // One connection: what is not in the running transaction waits for its end.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => {});
    return mine;
  };
  const within = sqlOf((text, values) => ask('query', text, values));
  const transaction: Database['transaction'] = (work) =>
    retried(() =>
      inTurn(async () => {
        await ask('query', 'begin');
        try {
          const result = await work(within);
          await ask('query', 'commit');
          return result;
        } catch (error) {
          await ask('query', 'rollback');
          throw error;
        }
      }),
    );
  return {
    rows: (schema, text, values) => inTurn(() => within.rows(schema, text, values)),
    // In a transaction, as only a commit is written out to the disk.
    run: (text, values) => transaction((sql) => sql.run(text, values)),
    transaction,
    script: (text) => inTurn(() => ask('script', text).then(() => {})),
    async close() {
      await inTurn(() => ask('close', ''));
      await worker.terminate();
    },
  };
}
