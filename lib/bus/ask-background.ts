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
  const reply: unknown = await browser.runtime.sendMessage({ to: 'background', call, params });
  if (isReply<BackgroundResult<Name>>(reply)) return reply.result;
  throw new Error(`The service worker refused ${call}`);
}

function isReply<Result>(reply: unknown): reply is { result: Result } {
  return typeof reply === 'object' && reply !== null && 'result' in reply;
}
