import { browser } from 'wxt/browser';
import type {
  BackgroundCallName,
  BackgroundParams,
  BackgroundResult,
} from '../protocol/background-calls';

/** The browser may end the service worker over a question, and over the next one; asked again, it starts anew. */
const againAfterMs = [0, 100, 500, 2_000];

/** Asks the service worker. Rejects when it refuses, or when the extension is gone from this page. */
export async function askBackground<Name extends BackgroundCallName>(
  call: Name,
  params: BackgroundParams<Name>,
): Promise<BackgroundResult<Name>> {
  const ask = (): Promise<unknown> =>
    browser.runtime.sendMessage({ to: 'background', call, params });
  const reply = await againAfterMs.reduce(
    (asked, afterMs) =>
      asked.catch(async (error) => {
        // An extension that is gone has no id, and no worker to start.
        if (!browser.runtime?.id) throw error;
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        return ask();
      }),
    ask(),
  );
  if (isReply<BackgroundResult<Name>>(reply)) return reply.result;
  throw new Error(`The service worker refused ${call}`);
}

function isReply<Result>(reply: unknown): reply is { result: Result } {
  return typeof reply === 'object' && reply !== null && 'result' in reply;
}
