import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { must } from '../../lib/base/must.ts';

/**
 * Playwright switches off third-party storage partitioning, and with that every shared worker in a
 * framed extension page fails. Of two equal switches Chromium takes the last, so this one replaces
 * Playwright's list. tests/e2e/one-brain.test.ts fails should that ever change.
 */
const disabledFeatures =
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,OptimizationHints';

export type LaunchOptions = {
  readonly executable: string;
  readonly extension: string;
  readonly headless: boolean;
  /**
   * `missing`: the browser has none, so that one page holds the brain. `refused`: framed pages get
   * neither shared workers nor locks nor storage.
   */
  readonly sharedWorkers?: 'allowed' | 'missing' | 'refused';
  readonly colorScheme?: 'light' | 'dark';
  /** Where Chromium writes down every network request of every process. */
  readonly netLog?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** A folder that outlives the browser; without it a new one, gone when the browser is closed. */
  readonly profile?: string;
  /** The browser's own, such as `zh-CN`. */
  readonly language?: string;
};

export type LaunchedBrowser = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  serviceWorker(): Promise<Worker>;
  /** The side panel, once it is open. A context shows only tabs; a second connection shows all. */
  sidePanel(): Promise<Page>;
  /** Ends it as a crash or a power cut does: nothing gets a chance to tidy up. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

/** Starts Chromium with the unpacked extension in it. */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'cuecard-'));
  if (!existsSync(join(profile, 'Default'))) {
    mkdirSync(join(profile, 'Default'));
    const preferences = {
      // Without developer mode an unpacked extension does not come back from a reload of its own.
      extensions: { ui: { developer_mode: true } },
      ...(options.language ? { intl: { selected_languages: options.language } } : {}),
    };
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  }
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executable,
    headless: options.headless,
    // Chromium's own headless mode: Playwright's older one loads no extensions.
    ...(options.headless ? { channel: 'chromium' } : {}),
    viewport: options.size ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    args: [
      ...(options.sharedWorkers === 'refused' ? [] : [disabledFeatures]),
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      ...(options.language ? [`--lang=${options.language}`] : []),
      ...(options.netLog ? [`--log-net-log=${options.netLog}`] : []),
      '--remote-debugging-port=0',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.sharedWorkers === 'missing' ? ['--disable-blink-features=SharedWorker'] : []),
    ],
  });
  const serviceWorker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL((await serviceWorker()).url()).host;
  return {
    context,
    extensionId,
    serviceWorker,
    async sidePanel() {
      const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
      const all = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const isSidePanel = (page: Page) => page.url().endsWith('/sidepanel.html');
      const found = () => all.contexts().flatMap((each) => each.pages().filter(isSidePanel))[0];
      return (
        found() ??
        must(all.contexts()[0], 'a browser context').waitForEvent('page', {
          predicate: isSidePanel,
        })
      );
    },
    async kill() {
      const ended = context.waitForEvent('close');
      // The lock of a profile is a link that names the machine and the process.
      const pid = readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1);
      process.kill(Number(pid), 'SIGKILL');
      await ended;
    },
    async close() {
      await context.close();
      if (options.profile !== undefined) return;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
