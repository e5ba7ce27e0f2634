import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../store/sql.ts';

export type Metrics = {
  /** One that was answered; the route's pattern, as addresses hold read keys. */
  answered(method: string, route: string | undefined, status: number, ms: number): void;
  published(): void;
  gotEvents(count: number): void;
  /** The same database, with a clock beside it. */
  timed(database: Database): Database;
  /** In the text form that Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
};

const seconds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const streamRoute = '/v1/stream';

/** What is counted. No label may hold a text, a name or an id: there are a few values of each. */
export function makeMetrics(streams: { readonly size: number }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'cuecard_requests_total',
    help: 'Requests answered, by route',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const answering = new Histogram({
    name: 'cuecard_request_seconds',
    help: 'Time to the answer, by route; without streams',
    labelNames: ['route'],
    buckets: seconds,
    registers,
  });
  const database = new Histogram({
    name: 'cuecard_database_seconds',
    help: 'Time of queries and of whole transactions',
    labelNames: ['kind'],
    buckets: seconds,
    registers,
  });
  const publications = new Counter({
    name: 'cuecard_publications_total',
    help: 'Revisions published at this node',
    registers,
  });
  const events = new Counter({
    name: 'cuecard_events_total',
    help: 'Event numbers sent by devices; what is sent again counts again',
    registers,
  });
  new Gauge({
    name: 'cuecard_streams_open',
    help: 'Streams open at this node',
    registers,
    collect() {
      this.set(streams.size);
    },
  });
  new Gauge({
    name: 'cuecard_memory_bytes',
    help: 'Memory of this process',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  const clocked = <Result>(kind: 'query' | 'transaction', work: () => Promise<Result>) => {
    const stop = database.startTimer({ kind });
    return work().finally(stop);
  };
  return {
    answered(method, route = 'none', status, ms) {
      requests.inc({ method, route, status });
      if (route !== streamRoute) answering.observe({ route }, ms / 1_000);
    },
    published: () => publications.inc(),
    gotEvents: (count) => events.inc(count),
    timed: (given) => ({
      ...given,
      rows: (schema, text, values) => clocked('query', () => given.rows(schema, text, values)),
      run: (text, values) => clocked('query', () => given.run(text, values)),
      transaction: (work) => clocked('transaction', () => given.transaction(work)),
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
