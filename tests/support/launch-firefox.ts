import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from './find-browser';

/** Built by `wxt build -b firefox --mode demo`. */
export const firefoxExtension = '.output/firefox-mv3-demo';

/** Why an extension cannot be tried in Firefox here; undefined where it can. */
export function whyNoFirefox(extension?: string): string | undefined {
  if (findFirefox() === undefined) return 'no Firefox found; install it or set FIREFOX_PATH';
  if (extension !== undefined && !existsSync(extension)) return `not built: ${extension}`;
  return undefined;
}

export type LaunchedFirefox = {
  readonly browser: Browser;
  open(url: string): Promise<Page>;
  close(): Promise<void>;
};

/**
 * Starts Firefox with a fresh profile, then installs the unpacked extension as about:debugging does.
 * Since Firefox 127, older than any that the manifest allows, installing grants `host_permissions`.
 */
export async function launchFirefox(
  extension: string,
  {
    isPrivate = false,
    args = [],
  }: { readonly isPrivate?: boolean; readonly args?: readonly string[] } = {},
): Promise<LaunchedFirefox> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error(whyNoFirefox());
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    args: [...args],
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-US, en',
      // Every window is a private one then.
      'browser.privatebrowsing.autostart': isPrivate,
    },
  });
  if (isPrivate) await installPrivately(browser, resolve(extension));
  else await browser.installExtension(resolve(extension));
  return {
    browser,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    close: () => browser.close(),
  };
}

/** As `installExtension` does, with "Run in Private Windows" ticked, which Puppeteer has no word for. */
async function installPrivately(browser: Browser, path: string): Promise<void> {
  type Bidi = { connection: { send(method: string, params: object): Promise<unknown> } };
  await (browser as unknown as Bidi).connection.send('webExtension.install', {
    extensionData: { type: 'path', path },
    'moz:allowPrivateBrowsing': true,
  });
}
