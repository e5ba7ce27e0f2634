import { within } from '../hub/services/hub';
import { memberOf } from '../hub/services/members';
import { syncState } from '../hub/services/sync';
import { openPglite } from '../hub/store/pglite-database';
import { openPostgres } from '../hub/store/postgres-database';
import type { Database } from '../hub/store/sql';
import { must } from '../lib/base/must';
import { startPostgres } from '../tests/support/hub/start-postgres';
import { makeTestHub } from '../tests/support/hub/test-hub';

const times = 400;

/** Medians in ms, with and without the wall, taken in turns; one request at a time. */
export async function measureWall() {
  const postgres = await startPostgres();
  const engines: [string, Database][] = [['embedded', await openPglite('')]];
  if (postgres !== undefined) engines.push(['PostgreSQL', openPostgres(postgres.url)]);
  const rows = [];
  for (const [engine, database] of engines) {
    const test = await makeTestHub(database);
    const token = await test.found();
    for (const kb of ['one', 'two', 'three']) await test.ask('POST', '/v1/bases', token, { kb });
    const member = must(await memberOf(test.hub, token), 'the member');
    const walled = within(test.hub, member.organisation);
    const works = {
      'one query': (hub: typeof walled) => hub.database.run('select 1 from kb limit 1'),
      'GET /v1/sync, three bases': (hub: typeof walled) => syncState(hub, member),
    };
    for (const [what, work] of Object.entries(works)) {
      const taken: { open: number[]; walled: number[] } = { open: [], walled: [] };
      for (let at = 0; at < times; at++) {
        taken.open.push(await timed(() => work(test.hub)));
        taken.walled.push(await timed(() => work(walled)));
      }
      rows.push({ engine, what, without: median(taken.open), with: median(taken.walled) });
    }
    await test.close();
  }
  await postgres?.stop();
  return rows;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const median = (times: readonly number[]) =>
  Number((times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0).toFixed(2));
