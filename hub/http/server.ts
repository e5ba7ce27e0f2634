import fastify, { type FastifyInstance } from 'fastify';
import { type Hub, Refusal } from '../services/hub.ts';
import { demand, type Member, memberOf } from '../services/members.ts';
import { watchNodes } from '../services/nodes.ts';
import { hashOf } from '../services/secrets.ts';
import type { Database } from '../store/sql.ts';
import { failureOf, serializers } from './logged.ts';
import { makeMetrics } from './metrics.ts';
import { operatorRoutes } from './operator-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { type Call, parsed, type Route } from './routes.ts';
import { makeStreams } from './streams.ts';
import { syncRoutes } from './sync-routes.ts';
import { teamRoutes } from './team-routes.ts';
import { watchUnused } from './unused-sockets.ts';

export const routes: readonly Route[] = [
  ...operatorRoutes,
  ...teamRoutes,
  ...publishRoutes,
  ...syncRoutes,
];

const mostBytes = 16 * 1024 * 1024;

type Options = {
  readonly database: Database;
  readonly now: () => number;
  /** One JSON line a request, without what it carries, to the console or elsewhere. */
  readonly log: boolean | { write(line: string): void };
  /** Opens the metrics; without one nobody reads them. */
  readonly operatorToken?: string;
  /** How often a node looks what the others did. */
  readonly pollMs?: number;
};

/** The hub as an HTTP server that does not listen yet. */
export function makeServer({ now, log, operatorToken, pollMs = 200, ...given }: Options): {
  readonly server: FastifyInstance;
  readonly hub: Hub;
} {
  const streams = makeStreams();
  const metrics = makeMetrics(streams);
  const database = metrics.timed(given.database);
  const { shared } = database;
  const nodes = shared && watchNodes({ ...streams, database, shared, pollMs });
  const { tell, cutOff } = nodes ?? streams;
  const hub: Hub = {
    database,
    now,
    tell(organisation, poke) {
      metrics.published();
      tell(organisation, poke);
    },
    cutOff,
  };
  const server = fastify({
    bodyLimit: mostBytes,
    // What is being answered at a stop is answered.
    forceCloseConnections: 'idle',
    logger: log && { serializers, ...(log === true ? {} : { stream: log }) },
  });
  server.addHook('onClose', async () => streams.close());
  const endUnused = watchUnused(server.server);
  let isStopping = false;
  server.addHook('preClose', async () => {
    isStopping = true;
    streams.close();
    endUnused();
  });
  // A connection kept for a next request would hold up the stop.
  server.addHook('onSend', async (_, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
  server.addHook('onReady', async () => nodes?.start());
  server.addHook('onClose', async () => nodes?.stop());
  // Tokens are sent by hand, never by the browser itself, so any origin may ask: an extension's
  // differs from browser to browser.
  server.addHook('onRequest', async (request, reply) => {
    reply.header('access-control-allow-origin', '*');
    reply.header('cache-control', 'no-store');
    if (request.method !== 'OPTIONS') return;
    reply
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-private-network', 'true')
      .header('access-control-max-age', '7200')
      .code(204);
    return reply.send();
  });
  server.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) =>
    metrics.answered(method, routeOptions.url, statusCode, elapsedTime),
  );
  server.setNotFoundHandler((_, reply) => reply.code(404).send({ error: 'There is nothing here' }));
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error instanceof Refusal ? error.status : (error.statusCode ?? 500);
    if (status >= 500) request.log.error(failureOf(error));
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .send({ error: status < 500 ? error.message : 'The hub failed' });
  });
  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.url,
      async handler(request, reply) {
        const part = (name: string) => (request.params as Record<string, string>)[name] ?? '';
        const call: Call = {
          hub,
          streams,
          metrics,
          request,
          reply,
          part,
          body: (schema) => parsed(schema, request.body),
        };
        if (route.needs === 'nothing' || route.needs === 'key') return route.handle(call);
        if (route.needs === 'operator') {
          demandOperator(operatorToken, request.headers.authorization);
          return route.handle(call);
        }
        const member = await authenticate(hub, request.headers.authorization);
        if (route.needs !== 'device') {
          demand(member, route.url.includes(':kb') ? part('kb') : '*', route.needs);
        }
        return route.handle(call, member);
      },
    });
  }
  return { server, hub };
}

async function authenticate(hub: Hub, header: string | undefined): Promise<Member> {
  const token = /^Bearer ([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  const member = token === undefined ? undefined : await memberOf(hub, token);
  if (member === undefined) throw new Refusal(401, 'This token is not good, or not any more');
  return member;
}

/** Whoever runs the hub is nobody of a team: no device's token opens what is theirs. */
function demandOperator(token: string | undefined, header: string | undefined): void {
  // Compared by hashes, which take the same time wherever they differ.
  if (token === undefined || hashOf(header ?? '') !== hashOf(`Bearer ${token}`)) {
    throw new Refusal(401, 'This is for whoever runs the hub');
  }
}
