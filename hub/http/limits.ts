import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../services/refusal.ts';
import { hashOf } from '../services/secrets.ts';

/**
 * Requests a minute: of one device, or of one address where no token says who asks. A machine that
 * synchronises needs a few; what lets people in or changes what all see is held tighter.
 */
const perMinute = {
  device: 600,
  publish: 120,
  /** Of up to a thousand events each: a backlog is sent in a minute or two. */
  events: 120,
  /** Of up to fifty picks each, two minutes after they were made. */
  learned: 30,
  invite: 30,
  join: 20,
  /** A sign-in takes three; a whole office may come from one address. */
  signIn: 120,
  /** A whole company may come from one address, and its pages may be asked for by no cache. */
  pages: 30_000,
  address: 600,
  /** Tokens that were not good. */
  refused: 100,
} as const;
export type Pace = Exclude<keyof typeof perMinute, 'refused'>;

/** Of so many devices and addresses each count is kept; beyond, the ones not heard of longest go. */
const mostKept = 50_000;

export type Limits = {
  /** Counts a request; throws 429 when it is one too many. */
  take(pace: Pace, request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Throws 429 for a token never seen good, from where many bad ones came. */
  demandCalm(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Notes whether the token was good. */
  note(isGood: boolean, request: FastifyRequest): Promise<void>;
};

export const noLimits: Limits = {
  take: async () => {},
  demandCalm: async () => {},
  note: async () => {},
};

/** Counts kept in this process's memory; each of several hubs keeps its own. */
export function makeLimits(server: FastifyInstance): Limits {
  const perAddress = (pace: keyof typeof perMinute) =>
    server.createRateLimit({ max: perMinute[pace], timeWindow: 60_000 });
  const perToken = (pace: keyof typeof perMinute) =>
    server.createRateLimit({ max: perMinute[pace], timeWindow: 60_000, keyGenerator: ofToken });
  // Hashed, so that no token stays in memory.
  const ofToken = ({ headers, ip }: FastifyRequest) => hashOf(headers.authorization ?? ip);
  const counters = {
    device: perToken('device'),
    publish: perToken('publish'),
    events: perToken('events'),
    learned: perToken('learned'),
    invite: perToken('invite'),
    join: perAddress('join'),
    signIn: perAddress('signIn'),
    pages: perAddress('pages'),
    address: perAddress('address'),
  };
  const refused = perAddress('refused');
  const good = new Set<string>();

  function refuse(reply: FastifyReply, seconds: number): never {
    reply.header('retry-after', String(Math.max(1, seconds)));
    throw new Refusal(429, 'Too many requests: wait a moment');
  }

  return {
    async take(pace, request, reply) {
      const counted = await counters[pace](request);
      if (!counted.isAllowed && counted.isExceeded) refuse(reply, counted.ttlInSeconds);
    },
    async demandCalm(request, reply) {
      if (good.has(ofToken(request))) return;
      const counted = await refused(request, { increment: false });
      if (!counted.isAllowed && counted.remaining === 0) refuse(reply, counted.ttlInSeconds);
    },
    async note(isGood, request) {
      if (!isGood) {
        good.delete(ofToken(request));
        await refused(request);
      } else {
        if (good.size >= mostKept) good.clear();
        good.add(ofToken(request));
      }
    },
  };
}

export const limiterOptions = { global: false, cache: mostKept };
