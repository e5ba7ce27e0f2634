import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import type { Hub } from '../services/hub.ts';
import { makeKeptReads } from '../services/kept-reads.ts';
import { noteInTouch } from '../services/last-seen.ts';
import { watchNodes } from '../services/nodes.ts';
import type { Provider } from '../services/provider.ts';
import type { Database } from '../store/sql.ts';
import { answerPreflight, refuse, refuseAddress, setHeaders } from './answers.ts';
import { demandKeepable } from './keepable.ts';
import { limiterOptions } from './limits.ts';
import { serializers } from './logged.ts';
import { makeMetrics } from './metrics.ts';
import { mostBytes, serveRoutes } from './serve-routes.ts';
import { makeStreams } from './streams.ts';
import { watchUnused } from './unused-sockets.ts';

/** Somebody who sends a body drop by drop holds a connection no longer. */
const longestRequestMs = 60_000;
/** A base's name of 120 letters, as an address writes it. */
const longestPart = 1_500;
/** How often it is noted which devices have a stream open. */
const lookEveryMs = 60_000;
const usualKeepMs = 1_000;
const usualKeepBytes = 64 * 1024 * 1024;

type Options = {
  readonly database: Database;
  readonly now: () => number;
  /** One JSON line a request, without what it carries, to the console or elsewhere. */
  readonly log: boolean | { write(line: string): void };
  /** Opens the metrics; without one nobody reads them. */
  readonly operatorToken?: string;
  /** How often a node looks what the others did. */
  readonly pollMs?: number;
  /** Off for load tests, which come from one address. */
  readonly limited?: boolean;
  /** Streams that one device may hold open; the oldest goes for one more. */
  readonly streamsPerDevice?: number | undefined;
  /** Proxies, by address, whose header says where a request comes from; nobody else's is believed. */
  readonly trustProxy?: string | undefined;
  readonly provider?: Provider | undefined;
  /** How long a head is kept of which nothing new is heard, and how much of pages that never change. */
  readonly keepMs?: number;
  readonly keepBytes?: number;
};

/** The hub as an HTTP server that does not listen yet. */
export function makeServer(options: Options): {
  readonly server: FastifyInstance;
  readonly hub: Hub;
} {
  const { now, log, operatorToken, pollMs = 200, limited = true, trustProxy, provider } = options;
  const streams = makeStreams(options.streamsPerDevice);
  const metrics = makeMetrics(streams);
  const database = metrics.timed(options.database);
  const { shared } = database;
  const reads = makeKeptReads({
    hub: () => hub,
    keepMs: options.keepMs ?? usualKeepMs,
    mostBytes: options.keepBytes ?? usualKeepBytes,
  });
  const { forget } = reads;
  const nodes = shared && watchNodes({ ...streams, database, shared, pollMs, forget });
  const { tell, cutOff } = nodes ?? streams;
  const hub: Hub = {
    database,
    now,
    forget,
    tell(organisation, poke) {
      if ('kb' in poke) metrics.published();
      tell(organisation, poke);
    },
    cutOff,
    provider,
  };
  const server = fastify({
    bodyLimit: mostBytes,
    requestTimeout: longestRequestMs,
    exposeHeadRoutes: false,
    // What is being answered at a stop is answered.
    forceCloseConnections: 'idle',
    trustProxy: trustProxy ?? false,
    logger: log && { serializers, ...(log === true ? {} : { stream: log }) },
    routerOptions: { maxParamLength: longestPart },
    frameworkErrors: (_, request, reply) => refuseAddress(request, reply),
  });
  const looking = setInterval(() => {
    noteInTouch(hub, streams.devices()).catch((error: Error) => server.log.error(error.name));
  }, lookEveryMs);
  const endUnused = watchUnused(server.server);
  let isStopping = false;
  server.addHook('preClose', async () => {
    isStopping = true;
    streams.close();
    endUnused();
  });
  server.addHook('onClose', async () => {
    clearInterval(looking);
    streams.close();
    await nodes?.stop();
  });
  server.addHook('onReady', async () => nodes?.start());
  server.addHook('onRequest', async (request, reply) => {
    setHeaders(reply);
    return request.method === 'OPTIONS' ? answerPreflight(reply) : undefined;
  });
  server.addHook('preHandler', async (request) => demandKeepable(request.body));
  // A connection kept for a next request would hold up the stop.
  server.addHook('onSend', async (_, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) =>
    metrics.answered(method, routeOptions.url, statusCode, elapsedTime),
  );
  server.setErrorHandler(refuse);
  server.setNotFoundHandler(refuseAddress);
  if (limited) server.register(rateLimit, limiterOptions);
  // Once the limiter is there, which registers itself later than this function ends.
  server.register(async (scope) =>
    serveRoutes(scope, { hub, streams, metrics, reads, limited, operatorToken }),
  );
  return { server, hub };
}
