import { type Browser, browser } from 'wxt/browser';
import { randomId } from '../base/random-id';
import type { FrameWord } from '../protocol/frame-relay';

/** From a panel to the console scripts in its tab: those in frames are to say that they are there. */
export const frameCall = { to: 'frames' } as const;

/** In a frame's console script: says that it is there, now and whenever a panel asks. */
export function tellOfFrame(signal: AbortSignal): void {
  const word: FrameWord = { to: 'panels', script: randomId() };
  // Rejects while there is no panel yet; it will ask.
  const tell = () => void browser.runtime.sendMessage(word).catch(() => {});
  const answer = (message: unknown, { id }: Browser.runtime.MessageSender) => {
    const isCall = (message as Partial<typeof frameCall> | null)?.to === frameCall.to;
    if (isCall && id === browser.runtime.id) tell();
  };
  browser.runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(answer));
  tell();
}
