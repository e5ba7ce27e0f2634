import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import {
  type BackgroundCallName,
  type BackgroundParams,
  type BackgroundResult,
  backgroundCalls,
  backgroundRequestSchema,
} from '../protocol/background-calls';

export type Sender = {
  readonly tabId: number | undefined;
  readonly frameId: number;
  /** Origin of the page that the sender lives in; our own pages have the extension's. */
  readonly origin: string;
};

export type BackgroundHandlers = {
  readonly [Name in BackgroundCallName]: (
    params: BackgroundParams<Name>,
    sender: Sender,
  ) => Promise<BackgroundResult<Name>>;
};

/**
 * Answers what other processes ask of the service worker. Both a console script and a framed panel
 * carry the tab's id, so rights go by the sender's origin: a console script's is the web page's.
 */
export function serveBackground(handlers: BackgroundHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, from, sendReply) => {
    const request = v.safeParse(backgroundRequestSchema, message);
    if (!request.success) return;
    const { call, params } = request.output;
    const sender = senderOf(from);
    const allowed =
      backgroundCalls[call].from === (isOwnOrigin(sender.origin) ? 'page' : 'console');
    const parsed = v.safeParse(backgroundCalls[call].params, params);
    if (from.id !== browser.runtime.id || !allowed || !parsed.success) {
      sendReply({ refused: true });
      return;
    }
    const handler = handlers[call] as (params: unknown, sender: Sender) => Promise<unknown>;
    handler(parsed.output, sender).then(
      (result) => sendReply({ result }),
      () => sendReply({ refused: true }),
    );
    return true;
  });
}

function senderOf(from: Browser.runtime.MessageSender): Sender {
  const origin = from.origin ?? (from.url ? new URL(from.url).origin : 'null');
  return { tabId: from.tab?.id, frameId: from.frameId ?? 0, origin };
}

const isOwnOrigin = (origin: string) => origin === new URL(browser.runtime.getURL('/')).origin;
