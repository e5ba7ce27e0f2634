import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { must } from '../../lib/base/must.ts';
import { organisationByKey } from '../services/bases.ts';
import { type Hub, Refusal, within } from '../services/hub.ts';
import { noteInTouch } from '../services/last-seen.ts';
import { demand, type Member } from '../services/members.ts';
import type { Provider } from '../services/provider.ts';
import type { Database } from '../store/sql.ts';
import { answerPreflight, refuse, refuseAddress, setHeaders } from './answers.ts';
import { authenticate } from './authenticate.ts';
import { historyRoutes } from './history-routes.ts';
import { demandKeepable } from './keepable.ts';
import { limiterOptions, makeLimits, noLimits, type Pace } from './limits.ts';
import { peopleRoutes } from './people-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { type Call, parsed, type Route } from './routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { makeStreams } from './streams.ts';
import { syncRoutes } from './sync-routes.ts';
import { teamRoutes } from './team-routes.ts';

export const routes: readonly Route[] = [
  ...teamRoutes,
  ...signInRoutes,
  ...peopleRoutes,
  ...publishRoutes,
  ...historyRoutes,
  ...reviewRoutes,
  ...syncRoutes,
];

/** What a body may be where its route says nothing else. */
const mostBytes = 512 * 1024;
/** Somebody who sends a body drop by drop holds a connection no longer. */
const longestRequestMs = 60_000;
/** A base's name of 120 letters, as an address writes it. */
const longestPart = 1_500;
/** How often it is noted which devices have a stream open. */
const lookEveryMs = 60_000;

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
  /** Off for load tests, which come from one address. */
  readonly limited?: boolean;
  /** Proxies, by address, whose header says where a request comes from; nobody else's is believed. */
  readonly trustProxy?: string | undefined;
  readonly provider?: Provider | undefined;
};

const paceOf = ({ needs }: Route): Pace =>
  needs === 'key' ? 'pages' : needs === 'nothing' ? 'address' : 'device';

/** The hub as an HTTP server that does not listen yet. */
export function makeServer({ database, now, log, limited = true, trustProxy, provider }: Options): {
  readonly server: FastifyInstance;
  readonly hub: Hub;
} {
  const streams = makeStreams();
  const hub: Hub = { database, now, tell: streams.tell, cutOff: streams.cutOff, provider };
  const server = fastify({
    bodyLimit: mostBytes,
    requestTimeout: longestRequestMs,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    trustProxy: trustProxy ?? false,
    logger: log ? { serializers: logged } : false,
    routerOptions: { maxParamLength: longestPart },
    frameworkErrors: (_, request, reply) => refuseAddress(request, reply),
  });
  const looking = setInterval(() => {
    noteInTouch(hub, streams.devices()).catch((error: Error) => server.log.error(error.name));
  }, lookEveryMs);
  server.addHook('onClose', async () => clearInterval(looking));
  server.addHook('onClose', async () => streams.close());
  server.addHook('preClose', async () => streams.close());
  server.addHook('onRequest', async (request, reply) => {
    setHeaders(reply);
    return request.method === 'OPTIONS' ? answerPreflight(reply) : undefined;
  });
  server.addHook('preHandler', async (request) => demandKeepable(request.body));
  server.setErrorHandler(refuse);
  server.setNotFoundHandler(refuseAddress);
  if (limited) server.register(rateLimit, limiterOptions);
  // Once the limiter is there, which registers itself later than this function ends.
  server.register(async (scope) => {
    const limits = limited ? makeLimits(scope) : noLimits;
    const members = new WeakMap<FastifyRequest, Member>();
    for (const route of routes) {
      const pace = route.pace ?? paceOf(route);
      const partOf = (request: FastifyRequest) => (name: string) =>
        (request.params as Record<string, string>)[name] ?? '';
      scope.route({
        method: route.method,
        url: route.url,
        bodyLimit: route.mostBytes ?? mostBytes,
        // Before a body is read: nothing is parsed for somebody who may not ask.
        async onRequest(request, reply) {
          demandKeepable(request.params);
          if (route.needs === 'nothing' || route.needs === 'key') {
            return limits.take(pace, request, reply);
          }
          await limits.demandCalm(request, reply);
          const member = await authenticate(hub, request.headers.authorization);
          await limits.note(member !== undefined, request);
          if (member === undefined)
            throw new Refusal(401, 'This token is not good, or not any more');
          await limits.take(pace, request, reply);
          if (route.needs !== 'device') {
            demand(member, route.url.includes(':kb') ? partOf(request)('kb') : '*', route.needs);
          }
          members.set(request, member);
        },
        async handler(request, reply) {
          const member = members.get(request);
          const organisation =
            route.needs === 'key'
              ? await organisationByKey(hub, partOf(request)('readKey'))
              : member?.organisation;
          const call: Call = {
            hub: organisation === undefined ? hub : within(hub, organisation),
            streams,
            request,
            reply,
            part: partOf(request),
            body: (schema) => parsed(schema, request.body),
          };
          if (route.needs === 'nothing' || route.needs === 'key') return route.handle(call);
          return route.handle(call, must(member, 'the member'));
        },
      });
    }
  });
  return { server, hub };
}
