import { openPostgres } from '../../../hub/store/postgres-database';
import type { Database } from '../../../hub/store/sql';
import { openMemoryDatabase } from './open-memory-database';
import { startPostgres } from './start-postgres';

/**
 * An empty database of each engine that there is on this machine, by its name, for `describe.each`;
 * `stop` ends the server behind them.
 */
export async function startEngines() {
  const postgres = await startPostgres();
  const engines: [string, () => Promise<Database>][] = [['PGlite', () => openMemoryDatabase()]];
  if (postgres !== undefined) {
    engines.push(['PostgreSQL', async () => openPostgres(postgres.url)]);
  }
  return { engines, stop: async () => postgres?.stop() };
}
