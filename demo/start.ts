// `npm start`: builds, serves the sample console, and opens a browser with Cuecard in it. Without a
// display it plays the customers' story by itself and tells what the panel showed.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import {
  findBranded,
  findOrInstallBrowser,
  howToGetChromium,
} from '../tests/support/find-browser.ts';
import { launchBrowser } from '../tests/support/launch-browser.ts';
import { loadSamples } from '../tests/support/load-samples.ts';
import { buildConsole } from './build-console.ts';
import { playStory } from './play-story.ts';
import { serveConsole } from './serve-console.ts';

const extension = resolve('.output/chrome-mv3-demo');
const port = Number(process.env.PORT ?? 4173);

const executable = findOrInstallBrowser();
if (!executable && !findBranded()) {
  console.error(howToGetChromium);
  process.exit(1);
}

console.log('Building the extension and the sample console …');
const built = spawnSync(
  'npx',
  ['--no-install', 'wxt', 'build', '--mode', 'demo', '--level', 'warn'],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
);
if (built.status !== 0) process.exit(built.status ?? 1);
const consoleFolder = await buildConsole();
const desk = await serveConsole(consoleFolder, port).catch(() => serveConsole(consoleFolder));

if (!executable) {
  console.log(`The sample console is at ${desk.origin}/
Google Chrome loads no extension from the command line. To load it by hand:
  1. open chrome://extensions and switch on "Developer mode"
  2. "Load unpacked", and choose ${extension}
  3. open ${desk.origin}/ and choose "Load a sample" in the panel`);
} else {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  const browser = await launchBrowser({ executable, extension, headless });
  await loadSamples(browser.context, browser.extensionId);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  if (headless) {
    await page.goto(`${desk.origin}/?story=off`);
    await playStory(page);
    await browser.close();
    await desk.close();
  } else {
    await page.goto(`${desk.origin}/`);
    console.log(`Harbour Desk is open at ${desk.origin}/ and its customers begin to write.
Close the browser to end.`);
    await page.bringToFront();
    await new Promise((closed) => browser.context.once('close', closed));
    await desk.close();
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
