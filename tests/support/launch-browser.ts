import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from 'playwright-core';

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
};

export type LaunchedBrowser = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  serviceWorker(): Promise<Worker>;
  close(): Promise<void>;
};

/** Starts Chromium with a fresh profile and the unpacked extension in it. */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'cuecard-'));
  // Without developer mode an unpacked extension does not come back from a reload of its own.
  mkdirSync(join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
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
      ...(options.netLog ? [`--log-net-log=${options.netLog}`] : []),
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
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
