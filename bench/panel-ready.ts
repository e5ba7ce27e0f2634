// From the console script's request for a frame to the panel on screen and connected to the brain,
// with the service worker awake and with it stopped.
//   node bench/panel-ready.ts [--samples 15] [--json FILE]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrainPage } from '../tests/support/load-samples.ts';
import { panelOf } from '../tests/support/panel.ts';
import { type BenchDesk, openBenchDesk, pause, within } from './bench-desk.ts';
import { reportFigures, sampleCount, spread } from './figures.ts';

const aims = { awake: 300, stopped: 600 } as const;
const warmUp = 2;
const samples = sampleCount(15);
const stampFile = 'bench-stamp.js';

/** Runs in the console script's own world, before it: notes when that asks for its frame. */
const stampSource = `{
  const send = chrome.runtime.sendMessage;
  chrome.runtime.sendMessage = (...message) => {
    if (message[0]?.call === 'frame.request') {
      globalThis.benchRequestedAt ??= performance.timeOrigin + performance.now();
    }
    return send.apply(chrome.runtime, message);
  };
}`;

type Ready = {
  /** ms from the frame's request to its document, to the panel's first paint, to its first answer. */
  readonly document: number;
  readonly painted: number;
  readonly connected: number;
};

const desk = await openBenchDesk({
  prepare: (extension) => writeFileSync(join(extension, stampFile), stampSource),
});
try {
  await desk.context.addInitScript(watchPanel);
  const asking = await openBrainPage(desk.context, desk.extensionId);
  await asking.evaluate(
    ([id, file]) =>
      chrome.scripting.registerContentScripts([
        { id, js: [file], matches: ['http://127.0.0.1/*'], runAt: 'document_start' },
      ]),
    ['bench-stamp', stampFile] as const,
  );
  const times = { awake: [] as Ready[], stopped: [] as Ready[] };
  for (let at = 0; at < warmUp + samples; at++) {
    for (const worker of ['awake', 'stopped'] as const) {
      const ready = await within(60_000, 'A panel', timePanel(desk, asking, worker));
      if (at >= warmUp) times[worker].push(ready);
    }
  }
  const figures = (['awake', 'stopped'] as const).flatMap((worker) => [
    spread(
      `frame asked for → panel with the brain's words, service worker ${worker}`,
      'ms',
      times[worker].map(({ connected }) => connected),
      aims[worker],
    ),
    spread(
      '  until the frame has a document',
      'ms',
      times[worker].map((ready) => ready.document),
    ),
    spread(
      '  until its first paint',
      'ms',
      times[worker].map(({ painted }) => painted),
    ),
  ]);
  const notes = ['Each time in a new page; the test driver holds each new frame for a moment too.'];
  reportFigures({ bench: 'panel-ready', browser: desk.version, figures, notes });
} finally {
  await desk.close();
}

type PanelWindow = { benchReady: Promise<{ start: number; painted: number; connected: number }> };

/** In the panel's frame only: notes its first paint, and its first that needs the brain. */
function watchPanel() {
  if (location.pathname !== '/panel.html') return;
  const clock = () => performance.timeOrigin + performance.now();
  const afterPaint = (done: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  // Until the brain has answered, the words here ask for patience, and are hidden at first.
  const showsAnswer = () =>
    [...document.querySelectorAll('[data-ranking] :is([data-card], h2)')].some(
      (words) =>
        words.checkVisibility({ visibilityProperty: true }) &&
        !/Connecting|连接/.test(words.textContent),
    );
  let painted = 0;
  (window as unknown as PanelWindow).benchReady = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (painted === 0 && document.querySelector('main') !== null) {
        painted = -1;
        afterPaint(() => {
          painted = clock();
        });
      }
      if (!showsAnswer()) return;
      observer.disconnect();
      afterPaint(() => resolve({ start: performance.timeOrigin, painted, connected: clock() }));
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
}

async function timePanel(
  desk: BenchDesk,
  asking: Page,
  worker: 'awake' | 'stopped',
): Promise<Ready> {
  if (worker === 'stopped') await stopServiceWorker(desk, asking);
  else await wakeServiceWorker(asking);
  await pause(300);
  const page = await desk.open();
  try {
    const { frame } = await panelOf(page);
    const { start, painted, connected } = await frame.evaluate(
      () => (window as unknown as PanelWindow).benchReady,
    );
    const requestedAt = await asking.evaluate(
      async (origin) => {
        const [tab] = await chrome.tabs.query({ url: `${origin}/*` });
        const [found] = await chrome.scripting.executeScript({
          target: { tabId: tab?.id ?? -1 },
          func: () => (globalThis as unknown as { benchRequestedAt: number }).benchRequestedAt,
        });
        return found?.result ?? Number.NaN;
      },
      desk.origin.replace(/:\d+$/, ''),
    );
    return {
      document: start - requestedAt,
      painted: painted - requestedAt,
      connected: connected - requestedAt,
    };
  } finally {
    await page.close();
  }
}

/** A call that is refused wakes it all the same. */
async function wakeServiceWorker(asking: Page): Promise<void> {
  const call = { to: 'background', call: 'frame.claim', params: { nonce: '' } };
  await asking.evaluate((call) => chrome.runtime.sendMessage(call), call);
}

async function stopServiceWorker({ context, extensionId }: BenchDesk, asking: Page): Promise<void> {
  const browser = context.browser();
  const session = browser
    ? await browser.newBrowserCDPSession()
    : await context.newCDPSession(asking);
  const own = ({ type, url }: { type: string; url: string }) =>
    type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`);
  const find = async () => (await session.send('Target.getTargets')).targetInfos.filter(own);
  for (const { targetId } of await find()) await session.send('Target.closeTarget', { targetId });
  while ((await find()).length > 0) await pause(20);
  await session.detach();
}
