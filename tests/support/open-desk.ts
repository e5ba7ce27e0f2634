import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { buildConsole } from '../../demo/build-console.ts';
import { type ServedConsole, serveConsole } from '../../demo/serve-console.ts';
import { findBrowser, howToGetChromium } from './find-browser.ts';
import { type LaunchedBrowser, type LaunchOptions, launchBrowser } from './launch-browser.ts';
import { askBrain, loadSamples, openBrainPage } from './load-samples.ts';

export const demoExtension = resolve('.output/chrome-mv3-demo');

export type Desk = LaunchedBrowser & {
  readonly origin: string;
  /** Opens a page of the sample console, its customers quiet, or another path of its server. */
  open(path?: string): Promise<Page>;
  /** Everything recorded so far. */
  events(): Promise<unknown[]>;
  brainId(): Promise<string>;
  /** Any call to the brain, as a face makes it. */
  ask(call: string, params: unknown): Promise<unknown>;
  /** The shown shortcut of this platform for a key, as Playwright presses it. */
  key(key: string): string;
};

type Options = Partial<LaunchOptions> & { readonly samples?: readonly string[] | 'none' };

/** A browser with the built extension and the sample console's server; closes both at the end. */
export async function openDesk({ samples, ...launch }: Options = {}): Promise<Desk> {
  const executable = findBrowser();
  if (!executable) throw new Error(howToGetChromium);
  const extension = launch.extension ?? demoExtension;
  if (!existsSync(extension)) throw new Error('Run `npm run build:demo` first');
  const server: ServedConsole = await serveConsole(await buildConsole());
  const browser = await launchBrowser({ executable, extension, headless: true, ...launch });
  if (samples !== 'none') await loadSamples(browser.context, browser.extensionId, samples);
  let asking: Page | undefined;
  const ask = async (call: string, params: unknown) => {
    asking ??= await openBrainPage(browser.context, browser.extensionId);
    return askBrain(asking, call, params);
  };
  return {
    ...browser,
    origin: server.origin,
    async open(path = '/?story=off') {
      const page = await browser.context.newPage();
      await page.goto(`${server.origin}${path}`);
      return page;
    },
    async events() {
      const all: { seq: number }[] = [];
      for (;;) {
        const page = { after: all.at(-1)?.seq ?? 0, limit: 1000 };
        const { events } = (await ask('events.list', page)) as { events: { seq: number }[] };
        if (events.length === 0) return all;
        all.push(...events);
      }
    },
    async brainId() {
      return ((await ask('brain.info', null)) as { brainId: string }).brainId;
    },
    ask,
    key: (key) => `${process.platform === 'linux' ? 'Control+Alt' : 'Alt'}+${key}`,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
