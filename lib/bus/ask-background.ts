import { browser } from 'wxt/browser';
import type {
  BackgroundCallName,
  BackgroundParams,
  BackgroundResult,
} from '../protocol/background-calls';

/** The browser may end the service worker over a question, and over the next one; asked again, it starts anew. */
const againAfterMs = [0, 0, 100, 500, 2_000];
/** Ended at the wrong moment, it takes a question along without a word. All questions may be asked twice. */
const silentAfterMs = 3_000;

/** Asks the service worker. Rejects when it refuses, or when the extension is gone from this page. */
export async function askBackground<Name extends BackgroundCallName>(
  call: Name,
  params: BackgroundParams<Name>,
): Promise<BackgroundResult<Name>> {
  const reply = await firstReply(() =>
    browser.runtime.sendMessage({ to: 'background', call, params }),
  );
  if (isReply<BackgroundResult<Name>>(reply)) return reply.result;
  throw new Error(`The service worker refused ${call}`);
}

/** To whichever of the askings: one that is only slow, as the last one may be for long, counts too. */
function firstReply(ask: () => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let asked = 0;
    let lost = 0;
    let next: ReturnType<typeof setTimeout> | undefined;
    const askAgainAfter = (ms: number) => {
      clearTimeout(next);
      next = asked < againAfterMs.length ? setTimeout(askOnce, ms) : undefined;
    };
    const askOnce = () => {
      const own = ++asked;
      askAgainAfter(silentAfterMs);
      ask().then(
        (reply) => {
          clearTimeout(next);
          resolve(reply);
        },
        (error) => {
          // An extension that is gone has no id, and no worker to start.
          if (!browser.runtime?.id || ++lost === againAfterMs.length) {
            clearTimeout(next);
            reject(error);
          } else if (own === asked) askAgainAfter(againAfterMs[asked] ?? 0);
        },
      );
    };
    askOnce();
  });
}

function isReply<Result>(reply: unknown): reply is { result: Result } {
  return typeof reply === 'object' && reply !== null && 'result' in reply;
}
