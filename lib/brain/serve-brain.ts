import * as v from 'valibot';
import { type BrainCallName, type BrainNews, brainCalls } from '../protocol/brain-calls';
import { type BrainReply, brainRequestSchema, type WirePort } from '../protocol/brain-envelope';
import type { BrainHandlers } from './handlers';

/**
 * Answers the calls that come in at a port. What does not parse is answered with an error, never
 * carried out; a handler that throws does not take the brain down.
 * @param early answer what they can until the handlers are there
 */
export function serveBrain(
  port: WirePort,
  handlers: Promise<BrainHandlers>,
  early: Promise<Partial<BrainHandlers>> = handlers,
): void {
  const reply = (answer: BrainReply) => port.post(answer);
  port.listen(async (message) => {
    const request = v.safeParse(brainRequestSchema, message);
    if (!request.success) return;
    const { id, call, params } = request.output;
    const refuse = (kind: 'bad-request' | 'failed', message: string) =>
      reply({ id, ok: false, error: { kind, message: message.slice(0, 2000) } });

    if (!Object.hasOwn(brainCalls, call)) return refuse('bad-request', `No call named ${call}`);
    const name = call as BrainCallName;
    const parsed = v.safeParse(brainCalls[name].params, params);
    if (!parsed.success) {
      return refuse('bad-request', `${name}: ${v.summarize(parsed.issues)}`);
    }
    try {
      const soonest = (await Promise.race([handlers, early]))[name];
      const handler = (soonest ?? (await handlers)[name]) as (params: unknown) => unknown;
      reply({ id, ok: true, result: await handler(parsed.output) });
    } catch (error) {
      refuse('failed', error instanceof Error ? error.message : String(error));
    }
  });
}

/** Tells a face something unasked. */
export function tellFace(port: WirePort, news: BrainNews): void {
  port.post({ news } satisfies BrainReply);
}
