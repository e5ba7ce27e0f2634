import type { Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';

type Port = {
  onMessage: { addListener(listener: (message: RelayNews) => void): void };
  postMessage(message: unknown): void;
  disconnect(): void;
};
type RelayNews = {
  readonly type: string;
  readonly frame?: number;
  readonly script?: string;
  readonly said?: { readonly type: string; readonly result?: unknown };
};
declare const browser: { runtime: { connect(options: { name: string }): Port } };

/** Puts the sample console into a frame of a page; under another name of this machine, another site. */
export async function farFrameIn(page: Page, origin: string): Promise<Frame> {
  const elsewhere = origin.replace('127.0.0.1', 'localhost');
  await page.evaluate((url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    frame.style.cssText = 'width: 800px; height: 600px; border: 0';
    document.querySelector('main')?.append(frame);
  }, `${elsewhere}/?story=off`);
  const find = () => page.frames().find((frame) => frame.url().startsWith(`${elsewhere}/`));
  const isReady = () => find()?.evaluate(() => 'desk' in window);
  await expect.poll(isReady, { timeout: 30_000, interval: 50 }).toBe(true);
  const found = find();
  if (found === undefined) throw new Error('The frame has gone');
  return found;
}

/** Runs in a docked panel: asks an insertion of the first frame that comes over a relay of its own. */
export function askByRelay(wish: object): Promise<unknown> {
  const port = browser.runtime.connect({ name: 'cuecard.relay' });
  return new Promise((resolve) => {
    port.onMessage.addListener(({ type, frame, script, said }) => {
      if (type === 'frame.came') port.postMessage({ type: 'frame.wish', frame, script, wish });
      if (said?.type !== 'insert.done') return;
      port.disconnect();
      resolve(said.result);
    });
  });
}
