import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const howToGetChromium = `No Chromium was found. Install one of these, then run the command again:
  Debian, Ubuntu   sudo apt-get install chromium
  macOS            brew install --cask chromium
  any system       npx playwright-core install chromium
or set CHROME_PATH to a Chromium, Chrome for Testing or Edge. Branded Chrome does not load
extensions from the command line.`;

const names = ['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome-for-testing'];

/** Path of a Chromium that loads unpacked extensions; undefined where there is none. */
export function findBrowser(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen && existsSync(chosen)) return chosen;
  for (const name of names) {
    const found = pathOf(name);
    if (found) return found;
  }
  const bundled = chromium.executablePath();
  return bundled && existsSync(bundled) ? bundled : undefined;
}

/** Path of a Chrome that runs, but takes extensions only by hand. */
export function findBranded(): string | undefined {
  return ['google-chrome', 'google-chrome-stable', 'chrome'].map(pathOf).find(Boolean);
}

/** Path of Firefox; undefined where there is none. */
export function findFirefox(): string | undefined {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen && existsSync(chosen)) return chosen;
  return pathOf('firefox') ?? pathOf('firefox-esr');
}

/** As `findBrowser`, but installs Debian's Chromium and a Chinese font where it may. */
export function findOrInstallBrowser(): string | undefined {
  return findBrowser() ?? (installChromium() ? findBrowser() : undefined);
}

function installChromium(): boolean {
  if (process.getuid?.() !== 0 || !pathOf('apt-get')) return false;
  console.log('Installing Chromium and a Chinese font with apt-get …');
  const run = (...args: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=400', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  run('update', '-qq');
  return run('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-wqy-microhei');
}

function pathOf(name: string): string | undefined {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const found = spawnSync(finder, [name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split('\n')[0]?.trim() : undefined;
}
