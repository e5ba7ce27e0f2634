import { browser } from 'wxt/browser';
import type {
  BackgroundCallName,
  BackgroundParams,
  BackgroundResult,
} from '../protocol/background-calls';

/** Asks the service worker. Rejects when it refuses, or when the extension is gone from this page. */
export async function askBackground<Name extends BackgroundCallName>(
  call: Name,
  params: BackgroundParams<Name>,
): Promise<BackgroundResult<Name>> {
  const ask = (): Promise<unknown> =>
    browser.runtime.sendMessage({ to: 'background', call, params });
  // The browser may end the service worker over a question; asked again, it starts anew.
  const reply = await ask().catch(ask);
  if (isReply<BackgroundResult<Name>>(reply)) return reply.result;
  throw new Error(`The service worker refused ${call}`);
}

function isReply<Result>(reply: unknown): reply is { result: Result } {
  return typeof reply === 'object' && reply !== null && 'result' in reply;
}
