import * as v from 'valibot';
import { openPostgres } from './postgres-database.ts';

/** A server that is still starting says this. */
const notYet = '57P03';

/** Whether a server answers at the address and works on this folder. */
export async function isServing(url: string, data: string): Promise<boolean> {
  const database = openPostgres(url);
  try {
    for (;;) {
      try {
        const rows = await database.rows(
          v.object({ data_directory: v.string() }),
          'show data_directory',
        );
        return rows[0]?.data_directory === data;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === notYet)) return false;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  } finally {
    await database.close();
  }
}
