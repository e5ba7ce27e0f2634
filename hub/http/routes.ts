import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { Role } from '../../lib/protocol/hub-sync.ts';
import type { Hub } from '../services/hub.ts';
import type { KeptReads, OpenBase } from '../services/kept-reads.ts';
import type { Member } from '../services/members.ts';
import { Refusal } from '../services/refusal.ts';
import type { Pace } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { Streams } from './streams.ts';

export type Call = {
  readonly hub: Hub;
  readonly streams: Streams;
  readonly metrics: Metrics;
  readonly reads: KeptReads;
  /** How many changes this node knew of before it looked at the token. */
  readonly asOf: number;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** A part of the address. */
  readonly part: (name: string) => string;
  /** The body, parsed; what does not fit is answered with 400. */
  readonly body: <Schema extends v.GenericSchema>(schema: Schema) => v.InferOutput<Schema>;
};

type Plain = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** The largest body, where it is not what most routes have. */
  readonly mostBytes?: number;
  /** How often it may be asked, where it is not what others with its `needs` have. */
  readonly pace?: Pace;
};

/**
 * What every route says of itself: who may call it. `key`: whoever knows the read key in its
 * address; `operator`: whoever runs the hub; `device`: any device with a good token; a role: in the base that the address names, or
 * in the whole organisation where it names none.
 */
export type Route = Plain &
  (
    | {
        readonly needs: 'nothing' | 'operator';
        readonly handle: (call: Call) => Promise<unknown>;
      }
    | {
        readonly needs: 'key';
        readonly handle: (call: Call, base: OpenBase) => Promise<unknown>;
      }
    | {
        readonly needs: 'device' | Role;
        readonly handle: (call: Call, member: Member) => Promise<unknown>;
      }
  );

export const parsed = <Schema extends v.GenericSchema>(schema: Schema, value: unknown) => {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new Refusal(400, v.summarize(result.issues).slice(0, 500));
  return result.output;
};
