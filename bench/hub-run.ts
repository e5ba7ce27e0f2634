import { join } from 'node:path';
import autocannon from 'autocannon';
import { type HubProcess, hubFolder, runHub } from '../tests/support/hub/run-hub';
import { startOwnPostgres } from '../tests/support/hub/start-postgres';
import { percentile } from './figures.ts';
import { runProxy } from './hub-proxy.ts';
import { subscribe } from './hub-subscribers.ts';
import { makeTeam } from './hub-team.ts';

export type Row = readonly [string, ...string[]];
type Team = Awaited<ReturnType<typeof makeTeam>>;

const connections = 32;
const seconds = 5;
const publications = 10;
const eventsPerBatch = 50;
const eventDevices = 16;
const metricsToken = 'bench';

export type Measured = { readonly fanOut: readonly Row[]; readonly requests: readonly Row[] };

/** Measures hubs in processes of their own; the load comes from this one, on the same cores. */
export async function measureHubs(counts: readonly number[]): Promise<Measured> {
  const fanOut: Row[] = [];
  const requests: Row[] = [];
  for (const engine of ['pglite', 'postgres']) {
    const { folder, remove } = hubFolder();
    const hub = await start(folder, ['--engine', engine]);
    try {
      const team = await makeTeam(hub, eventDevices);
      for (const count of counts) fanOut.push(await measureFanOut(engine, hub, hub, team, count));
      requests.push(...(await measureRequests(engine, hub.origin, team)));
      requests.push(await measureEvents(engine, team));
      if (engine === 'postgres') requests.push(...(await measureProxy(folder, hub, team)));
    } finally {
      await hub.end('SIGTERM');
      remove();
    }
  }
  fanOut.push(...(await measureNodes(counts)));
  return { fanOut, requests };
}

const start = (
  folder: string,
  more: readonly string[],
  env: Readonly<Record<string, string>> = {},
) =>
  runHub(folder, 0, [...more, '--back-up-every', '0', '--no-limits'], {
    ...env,
    HUB_METRICS_TOKEN: metricsToken,
  });

async function measureProxy(folder: string, hub: HubProcess, team: Team): Promise<Row[]> {
  const proxy = await runProxy(folder, hub.origin);
  if (proxy === undefined) return [];
  try {
    return await measureRequests('postgres, by nginx', proxy.origin, team);
  } finally {
    proxy.stop();
  }
}

async function measureNodes(counts: readonly number[]): Promise<Row[]> {
  const { folder, remove } = hubFolder();
  const postgres = await startOwnPostgres();
  const env = { DATABASE_URL: postgres.url };
  const one = await start(join(folder, 'one'), [], env);
  const team = await makeTeam(one, 0);
  const other = await start(join(folder, 'other'), [], env);
  const rows: Row[] = [];
  try {
    for (const count of counts) {
      rows.push(await measureFanOut('two nodes, at the other one', one, other, team, count));
    }
    return rows;
  } finally {
    await one.end('SIGTERM');
    await other.end('SIGTERM');
    await postgres.stop();
    remove();
  }
}

async function measureFanOut(
  name: string,
  publishAt: HubProcess,
  listenAt: HubProcess,
  team: Team,
  count: number,
): Promise<Row> {
  const subscribers = await subscribe(listenAt.origin, team.token, count);
  const publish = () => team.publish(1, publishAt.origin);
  // The first one warms everything up.
  await subscribers.arrivals(publish);
  const times: number[] = [];
  for (let at = 0; at < publications; at++) times.push(...(await subscribers.arrivals(publish)));
  const memory = await memoryOf(listenAt);
  subscribers.close();
  return [
    name,
    count.toLocaleString('en'),
    `${(subscribers.connectMs / 1_000).toFixed(1)} s`,
    ...[0.5, 0.99, 1].map((share) => `${Math.round(percentile(times, share))} ms`),
    `${memory} MB`,
  ];
}

async function measureRequests(name: string, origin: string, team: Team): Promise<Row[]> {
  const rows: Row[] = [];
  for (const what of ['head', 'delta', 'page'] as const) {
    const result = await autocannon({
      url: `${origin}${team[what]}`,
      connections,
      duration: seconds,
      headers: { 'accept-encoding': 'gzip' },
    });
    const { non2xx, errors, timeouts } = result;
    if (non2xx + errors > 0) {
      throw new Error(`${name}: ${what}: ${JSON.stringify({ non2xx, errors, timeouts })}`);
    }
    rows.push([
      name,
      { head: 'head', delta: 'delta of one operation', page: 'page of 256 operations' }[what],
      Math.round(result.requests.average).toLocaleString('en'),
      `${result.latency.p50} ms`,
      `${result.latency.p99} ms`,
    ]);
  }
  return rows;
}

/** Each device sends batch after batch, as one that was away for long. */
async function measureEvents(name: string, team: Team): Promise<Row> {
  const startedAt = performance.now();
  const times: number[] = [];
  let stored = 0;
  await Promise.all(
    team.devices.map(async (token) => {
      for (let from = 0; performance.now() - startedAt < seconds * 1_000; ) {
        const upTo = from + eventsPerBatch;
        const events = Array.from({ length: eventsPerBatch }, (_, at) => ({
          seq: from + at + 1,
          at: 1_790_000_000_000 + at,
          kind: 'inserted',
          entries: [{ base: 'shop', id: `entry-${at}` }],
          place: 1,
          consoleId: 'desk',
        }));
        const askedAt = performance.now();
        const { hw } = await team.ask('/v1/events', token, { from, upTo, events });
        times.push(performance.now() - askedAt);
        if (hw !== upTo) throw new Error('The hub did not take a batch');
        stored += eventsPerBatch;
        from = upTo;
      }
    }),
  );
  const perSecond = stored / ((performance.now() - startedAt) / 1_000);
  return [
    name,
    `events stored, in batches of ${eventsPerBatch} from ${eventDevices} devices`,
    Math.round(perSecond).toLocaleString('en'),
    ...[0.5, 0.99].map((share) => `${Math.round(percentile(times, share))} ms`),
  ];
}

async function memoryOf(hub: HubProcess): Promise<number> {
  const answer = await fetch(`${hub.origin}/metrics`, {
    headers: { authorization: `Bearer ${metricsToken}` },
  });
  const bytes = /^cuecard_memory_bytes (\d+)/m.exec(await answer.text())?.[1];
  return Math.round(Number(bytes) / 1e6);
}
