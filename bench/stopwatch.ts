import type { Frame, Page } from 'playwright-core';

/** When each step of one answer was done, in ms since 1970, by the panel's clock. */
export type Answered = {
  /** The panel has heard the message and asks the brain. */
  readonly askedAt: number;
  /** The brain's answer is back. */
  readonly answeredAt: number;
  /** The frame after the one that drew the cards has begun. */
  readonly paintedAt: number;
  readonly cards: number;
};

type Stopwatch = { arm(text: string): void; answered(): Promise<Answered> };
type WatchedWindow = { benchStopwatch: Stopwatch };

/** Puts a stopwatch into the panel's frame; the panel itself is not changed. */
export async function setUpStopwatch(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const clock = () => performance.timeOrigin + performance.now();
    let text = '';
    let askedAt = 0;
    let answeredAt = 0;
    let answered: Promise<Answered> | undefined;

    type Call = { id: number; call?: string; params?: { text?: string } };
    const asks = (message: Call | null) =>
      message?.call === 'cue.rank' && message.params?.text === text;
    const asked = new WeakMap<MessagePort, number>();
    const post = MessagePort.prototype.postMessage as (
      this: MessagePort,
      ...all: unknown[]
    ) => void;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...all: unknown[]) {
      const message = all[0] as Call | null;
      if (message !== null && asks(message)) {
        askedAt = clock();
        if (!asked.has(this)) {
          // Capturing listeners come before the panel's own.
          const onReply = ({ data }: MessageEvent) => {
            if (data?.id === asked.get(this)) answeredAt = clock();
          };
          this.addEventListener('message', onReply, { capture: true });
        }
        asked.set(this, message.id);
      }
      post.apply(this, all);
    };

    const isShown = () =>
      document.querySelector('[data-ranking="ranked"]') !== null &&
      [...document.querySelectorAll('section')].some((part) => part.textContent.includes(text));
    const watch = () =>
      new Promise<Answered>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!isShown()) return;
          observer.disconnect();
          const cards = document.querySelectorAll('[data-card]').length;
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              port1.close();
              resolve({ askedAt, answeredAt, paintedAt: clock(), cards });
            };
            port2.postMessage(null);
          });
        });
        const subtree = { childList: true, subtree: true, attributes: true, characterData: true };
        observer.observe(document, subtree);
      });

    (window as unknown as WatchedWindow).benchStopwatch = {
      arm(next) {
        text = next;
        askedAt = 0;
        answeredAt = 0;
        answered = watch();
      },
      answered: () => answered ?? Promise.reject(new Error('Not armed')),
    };
  });
}

/**
 * Lets a customer say something and waits until its cards are on screen.
 * @returns the steps, and `saidAt` (ms since 1970 by the page's clock), right before the page's DOM changes
 */
export async function timeAnswer(
  page: Page,
  frame: Frame,
  conversation: string,
  text: string,
): Promise<Answered & { readonly saidAt: number }> {
  await frame.evaluate(
    (text) => (window as unknown as WatchedWindow).benchStopwatch.arm(text),
    text,
  );
  const saidAt = await page.evaluate(
    ([conversation, text]) => {
      const now = performance.timeOrigin + performance.now();
      window.desk.customerSays(conversation, text);
      return now;
    },
    [conversation, text] as const,
  );
  const answered = await frame.evaluate(() =>
    (window as unknown as WatchedWindow).benchStopwatch.answered(),
  );
  return { ...answered, saidAt };
}

/**
 * How far the other's `performance.timeOrigin` runs ahead of the one's, in ms: each process has its
 * own idea of how the steady clock, which all of a machine share, translates to the time of day.
 */
export async function clockSkewMs(one: Page | Frame, other: Page | Frame): Promise<number> {
  const offset = async (of: Page | Frame) => {
    const page = 'page' in of ? of.page() : of;
    const session = await page.context().newCDPSession(of);
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    await session.detach();
    const start = metrics.find(({ name }) => name === 'NavigationStart')?.value ?? 0;
    return (await of.evaluate(() => performance.timeOrigin)) - start * 1000;
  };
  return (await offset(other)) - (await offset(one));
}
