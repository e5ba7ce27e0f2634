import type { FastifyInstance, FastifyRequest } from 'fastify';
import { must } from '../../lib/base/must.ts';
import { type Hub, within } from '../services/hub.ts';
import type { KeptReads } from '../services/kept-reads.ts';
import { demand, type Member } from '../services/members.ts';
import { Refusal } from '../services/refusal.ts';
import { hashOf } from '../services/secrets.ts';
import { authenticate } from './authenticate.ts';
import { figureRoutes } from './figure-routes.ts';
import { gapRoutes } from './gap-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { demandKeepable } from './keepable.ts';
import { learnedRoutes } from './learned-routes.ts';
import { makeLimits, noLimits, type Pace } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { operatorRoutes } from './operator-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { recipeRoutes } from './recipe-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { type Call, parsed, type Route } from './routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import type { Streams } from './streams.ts';
import { syncRoutes } from './sync-routes.ts';
import { teamRoutes } from './team-routes.ts';

export const routes: readonly Route[] = [
  ...operatorRoutes,
  ...teamRoutes,
  ...signInRoutes,
  ...peopleRoutes,
  ...publishRoutes,
  ...historyRoutes,
  ...reviewRoutes,
  ...gapRoutes,
  ...learnedRoutes,
  ...figureRoutes,
  ...recipeRoutes,
  ...syncRoutes,
];

/** What a body may be where its route says nothing else. */
export const mostBytes = 512 * 1024;

type Parts = {
  readonly hub: Hub;
  readonly streams: Streams;
  readonly metrics: Metrics;
  readonly reads: KeptReads;
  readonly limited: boolean;
  readonly operatorToken: string | undefined;
};

const paceOf = ({ needs }: Route): Pace => {
  if (needs === 'key') return 'pages';
  return needs === 'nothing' || needs === 'operator' ? 'address' : 'device';
};

/** Puts every route behind what it says of itself: who may call it, how often, and how much. */
export function serveRoutes(server: FastifyInstance, parts: Parts): void {
  const { hub, streams, metrics, reads, limited, operatorToken } = parts;
  const limits = limited ? makeLimits(server) : noLimits;
  const members = new WeakMap<FastifyRequest, { member: Member; asOf: number }>();
  for (const route of routes) {
    const pace = route.pace ?? paceOf(route);
    const partOf = (request: FastifyRequest) => (name: string) =>
      (request.params as Record<string, string>)[name] ?? '';
    server.route({
      method: route.method,
      url: route.url,
      bodyLimit: route.mostBytes ?? mostBytes,
      // Before a body is read: nothing is parsed for somebody who may not ask.
      async onRequest(request, reply) {
        demandKeepable(request.params);
        const { authorization } = request.headers;
        if (route.needs === 'nothing' || route.needs === 'key') {
          return limits.take(pace, request, reply);
        }
        if (route.needs === 'operator') {
          await limits.take(pace, request, reply);
          return demandOperator(operatorToken, authorization);
        }
        await limits.demandCalm(request, reply);
        const asOf = reads.changes;
        const member = await authenticate(hub, authorization);
        await limits.note(member !== undefined, request);
        if (member === undefined) {
          throw new Refusal(401, 'This token is not good, or not any more');
        }
        await limits.take(pace, request, reply);
        if (route.needs !== 'device') {
          demand(member, route.url.includes(':kb') ? partOf(request)('kb') : '*', route.needs);
        }
        members.set(request, { member, asOf });
      },
      async handler(request, reply) {
        const known = members.get(request);
        const callWithin = (organisation: string | undefined): Call => ({
          hub: organisation === undefined ? hub : within(hub, organisation),
          streams,
          metrics,
          reads,
          asOf: known?.asOf ?? 0,
          request,
          reply,
          part: partOf(request),
          body: (schema) => parsed(schema, request.body),
        });
        if (route.needs === 'nothing' || route.needs === 'operator') {
          return route.handle(callWithin(undefined));
        }
        if (route.needs === 'key') {
          const base = await reads.base(partOf(request)('readKey'));
          return route.handle(callWithin(base.organisation), base);
        }
        const { member } = must(known, 'the member');
        return route.handle(callWithin(member.organisation), member);
      },
    });
  }
}

/** Whoever runs the hub is nobody of a team: no device's token opens what is theirs. */
function demandOperator(token: string | undefined, header: string | undefined): void {
  // Compared by hashes, which take the same time wherever they differ.
  if (token === undefined || hashOf(header ?? '') !== hashOf(`Bearer ${token}`)) {
    throw new Refusal(401, 'This is for whoever runs the hub');
  }
}
