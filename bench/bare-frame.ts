import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchDesk } from './bench-desk.ts';
import { firstPaintAt } from './first-paint.ts';

/** An extension that does nothing but what has to be done for a frame with a word in it. */
const files: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Bare frame',
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['script.js'] }],
    web_accessible_resources: [{ resources: ['bare.html'], matches: ['http://127.0.0.1/*'] }],
  }),
  'worker.js': 'chrome.runtime.onMessage.addListener((_, __, reply) => void reply(true));',
  'script.js': `chrome.runtime.sendMessage('frame').then(() => {
    const frame = document.createElement('iframe');
    frame.src = chrome.runtime.getURL('/bare.html');
    frame.style.cssText = 'position:fixed;inset:0 0 0 auto;width:372px;height:100%';
    document.documentElement.append(frame);
  });`,
  'bare.html': '<!doctype html><p>Here</p>',
};

/** How long the browser itself takes, when it is just started, from opening the console to a frame. */
export async function timeBareFrame(starts: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuecard-bare-'));
  const extension = join(folder, 'extension');
  const profile = join(folder, 'profile');
  mkdirSync(extension);
  mkdirSync(profile);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(extension, name), text);
  const times: number[] = [];
  try {
    // The first start makes the profile.
    for (let at = 0; at <= starts; at++) {
      const desk = await openBenchDesk({ samples: 'none', profile, copy: extension });
      try {
        const startedAt = performance.timeOrigin + performance.now();
        const page = await desk.open();
        const isBare = (url: string) => url.endsWith('/bare.html');
        const frame =
          page.frames().find((each) => isBare(each.url())) ??
          (await page.waitForEvent('framenavigated', { predicate: (each) => isBare(each.url()) }));
        const ms = (await firstPaintAt(frame)) - startedAt;
        if (at > 0) times.push(ms);
      } finally {
        await desk.close();
      }
    }
    return times;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
