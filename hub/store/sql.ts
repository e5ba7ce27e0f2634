import * as v from 'valibot';

export type SqlValue = string | number | boolean | null | Uint8Array;

/** One database, or one transaction of it. The same SQL runs on every engine. */
export type Sql = {
  /** Every row is parsed: engines differ in what they make of a bigint or of bytes. */
  rows<Schema extends v.GenericSchema>(
    schema: Schema,
    text: string,
    values?: readonly SqlValue[],
  ): Promise<v.InferOutput<Schema>[]>;
  run(text: string, values?: readonly SqlValue[]): Promise<void>;
};

export type Database = Sql & {
  /** All of it or nothing, and again from its beginning when the engine says that it collided. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /** Several statements at once, as a migration has them. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
  /** Where other nodes may work on the same database. */
  readonly shared?: Shared;
};

/** Lets nodes wake one another. Nothing may depend on it: poolers and some engines have none. */
export type Shared = {
  wake(): Promise<void>;
  /** Settles with what ends it, also where nothing will ever be heard. */
  listen(heard: () => void): Promise<() => Promise<void>>;
};

/** A bigint column: some engines give text. */
export const big = v.pipe(v.union([v.number(), v.string(), v.bigint()]), v.transform(Number));
export const bytes = v.instance(Uint8Array);

type Ask = (text: string, values: readonly SqlValue[]) => Promise<unknown[]>;

/** An engine's plain query as `Sql`. */
export const sqlOf = (ask: Ask): Sql => ({
  rows: async (schema, text, values = []) => v.parse(v.array(schema), await ask(text, values)),
  run: async (text, values = []) => {
    await ask(text, values);
  },
});

/** Serialisation failure and deadlock: nothing happened, and the same may succeed now. */
const collided = new Set(['40001', '40P01']);
const mostTries = 30;

/** Thrown by a transaction that finds its own reading outdated. */
export class Collision extends Error {
  readonly code = '40001';
}

/** Does the work again while the engine refuses it for a collision. */
export async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!collided.has(code) || tried >= mostTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tried));
    }
  }
}
