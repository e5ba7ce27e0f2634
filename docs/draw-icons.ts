// Draws public/icon/*.png from icon.svg: `node docs/draw-icons.ts`, after a change of the picture.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser, howToGetChromium } from '../tests/support/find-browser.ts';

const svg = readFileSync('public/icon/icon.svg', 'utf8');
const executablePath = findBrowser();
if (executablePath === undefined) throw new Error(howToGetChromium);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
