import fastify, { type FastifyInstance } from 'fastify';
import { type Hub, Refusal } from '../services/hub.ts';
import { demand, type Member, memberOf } from '../services/members.ts';
import type { Database } from '../store/sql.ts';
import { gapRoutes } from './gap-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { type Call, parsed, type Route } from './routes.ts';
import { makeStreams } from './streams.ts';
import { syncRoutes } from './sync-routes.ts';
import { teamRoutes } from './team-routes.ts';

export const routes: readonly Route[] = [
  ...teamRoutes,
  ...publishRoutes,
  ...reviewRoutes,
  ...gapRoutes,
  ...syncRoutes,
];

const mostBytes = 16 * 1024 * 1024;

/** The address holds read keys, and bodies hold texts: the log gets the route's pattern. */
const logged = {
  req: ({
    method,
    routeOptions,
  }: {
    method: string;
    routeOptions: { url?: string | undefined };
  }) => ({
    method,
    route: routeOptions.url ?? '',
  }),
};

type Options = {
  readonly database: Database;
  readonly now: () => number;
  /** One JSON line a request, without what it carries; off in tests. */
  readonly log: boolean;
};

/** The hub as an HTTP server that does not listen yet. */
export function makeServer({ database, now, log }: Options): {
  readonly server: FastifyInstance;
  readonly hub: Hub;
} {
  const streams = makeStreams();
  const hub: Hub = { database, now, tell: streams.tell, cutOff: streams.cutOff };
  const server = fastify({
    bodyLimit: mostBytes,
    forceCloseConnections: true,
    logger: log ? { serializers: logged } : false,
  });
  server.addHook('onClose', async () => streams.close());
  server.addHook('preClose', async () => streams.close());
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
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error instanceof Refusal ? error.status : (error.statusCode ?? 500);
    if (status >= 500) request.log.error({ name: error.name, stack: error.stack });
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
          request,
          reply,
          part,
          body: (schema) => parsed(schema, request.body),
        };
        if (route.needs === 'nothing' || route.needs === 'key') return route.handle(call);
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
