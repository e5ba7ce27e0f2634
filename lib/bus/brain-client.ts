import * as v from 'valibot';
import { type Brain, type BrainLink, type BrainNews, brainCalls } from '../protocol/brain-calls';
import { brainReplySchema, type WirePort } from '../protocol/brain-envelope';

export class BrainError extends Error {}

type Waiting = {
  readonly request: { readonly id: number; readonly call: string; readonly params: unknown };
  readonly schema: v.GenericSchema;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
};

export type BrainClient = Brain &
  BrainLink & {
    /** Takes the brain that answers from now on; unanswered calls are asked again there. */
    takePort(port: WirePort): void;
    /** The brain at the port has ended; calls wait for the next one. */
    dropPort(port: WirePort): void;
  };

/**
 * The face's end of a brain connection. Calls made before there is a port wait for one.
 * @param timeoutMs after which a call rejects with a BrainError
 */
export function makeBrainClient(timeoutMs = 60_000): BrainClient {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(news: BrainNews) => void>();
  const linkListeners = new Set<(link: 'lost' | 'found') => void>();
  let port: WirePort | undefined;
  let isLost = false;
  let lastId = 0;

  const receive = (message: unknown) => {
    const parsed = v.safeParse(brainReplySchema, message);
    if (!parsed.success) return;
    const reply = parsed.output;
    if ('news' in reply) {
      for (const listener of listeners) listener(reply.news);
      return;
    }
    const call = waiting.get(reply.id);
    if (call === undefined) return;
    waiting.delete(reply.id);
    clearTimeout(call.timer);
    if (!reply.ok) {
      call.reject(new BrainError(reply.error.message));
      return;
    }
    const result = v.safeParse(call.schema, reply.result);
    if (result.success) call.resolve(result.output as never);
    else call.reject(new BrainError(`${call.request.call}: ${v.summarize(result.issues)}`));
  };

  return {
    takePort(next) {
      port = next;
      next.listen((message) => {
        if (port === next) receive(message);
      });
      for (const { request } of waiting.values()) next.post(request);
      if (!isLost) return;
      isLost = false;
      for (const listener of linkListeners) listener('found');
    },
    dropPort(ended) {
      if (port !== ended) return;
      port = undefined;
      isLost = true;
      for (const listener of linkListeners) listener('lost');
    },
    onLink(listener) {
      linkListeners.add(listener);
      return () => linkListeners.delete(listener);
    },
    call(name, params) {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        const request = { id, call: name, params };
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new BrainError(`${name}: no answer within ${timeoutMs} ms`));
        }, timeoutMs);
        waiting.set(id, { request, schema: brainCalls[name].result, resolve, reject, timer });
        port?.post(request);
      });
    },
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
