import * as v from 'valibot';
import { brainNewsSchema } from './brain-calls';

const callId = v.pipe(v.number(), v.integer());

/** Face → brain. The parameters are parsed by the schema of the call that is named. */
export const brainRequestSchema = v.strictObject({
  id: callId,
  call: v.pipe(v.string(), v.maxLength(60)),
  params: v.unknown(),
});

/** A closed list: `bad-request` is a bug or an attack, `failed` is told to the person. */
export const brainErrorKinds = ['bad-request', 'failed'] as const;

/** Brain → face. */
export const brainReplySchema = v.union([
  v.strictObject({ id: callId, ok: v.literal(true), result: v.unknown() }),
  v.strictObject({
    id: callId,
    ok: v.literal(false),
    error: v.strictObject({
      kind: v.picklist(brainErrorKinds),
      message: v.pipe(v.string(), v.maxLength(2000)),
    }),
  }),
  v.strictObject({ news: brainNewsSchema }),
]);
export type BrainReply = v.InferOutput<typeof brainReplySchema>;

/** One end of a connection between two processes; what comes in is anything until it is parsed. */
export type WirePort = {
  post(message: unknown): void;
  /** Sets the one listener; messages that came before are given to it. */
  listen(listener: (message: unknown) => void): void;
};

/** The brain's first word on a new connection. */
export const brainHelloSchema = v.strictObject({
  hello: v.literal('cuecard'),
  /** Name of a lock that it holds until it ends; empty where there are none. */
  life: v.string(),
});
export type BrainHello = v.InferOutput<typeof brainHelloSchema>;
