import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { buildOnce } from './build-once.ts';
import { customerSays, select } from './desk-page.ts';
import { openDesk } from './open-desk.ts';
import { panelOf } from './panel.ts';
import { allowSite, openPopup } from './popup.ts';

export type Step = {
  readonly name: string;
  readonly words: string;
  /** Mouse clicks in Cuecard, and in the browser's own windows. */
  readonly clicks: number;
  readonly browserClicks: number;
  readonly typed: number;
  /** What the machine needed, without the person. */
  readonly ms: number;
};

export const rows = readFileSync('tests/fixtures/first-day/fernhill-appliances.csv');
const question = 'hi, my washing machine is very loud since yesterday, what can i do?';

/**
 * A new user's first minutes with the build that ships: from the packed folder to the first answer
 * in the reply box. Every click is one that a person makes.
 * @param look is shown each step at its end
 */
export async function walkFirstDay(
  look: (step: Step, page: Page) => Promise<void> = async () => {},
): Promise<readonly Step[]> {
  const extension = await buildShipped();
  const steps: Step[] = [];
  let clicks = 0;
  let since = performance.now();
  const click = async (button: Locator) => {
    clicks += 1;
    await button.click();
  };
  const done = async (name: string, words: string, browserClicks: number, page: Page) => {
    const step = { name, words, clicks, browserClicks, typed: 0, ms: performance.now() - since };
    steps.push(step);
    await look(step, page);
    clicks = 0;
    since = performance.now();
  };

  const desk = await openDesk({ extension, samples: 'none' });
  try {
    const page = await desk.open();
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await done('installed', 'Developer mode, “Load unpacked”, the folder', 3, page);

    const popup = await openPopup(desk, page.url());
    const turnOn = popup.getByRole('button', { name: 'Turn on for this site' });
    await turnOn.waitFor();
    await allowSite(desk, `${new URL(desk.origin).protocol}//127.0.0.1/*`);
    await click(turnOn);
    await popup.close();
    await page.bringToFront();
    const panel = await panelOf(page);
    const importButton = panel.frame.getByRole('button', { name: 'Import answers' }).first();
    await importButton.waitFor();
    await done(
      'switched-on',
      'The toolbar’s puzzle piece, Cuecard, “Turn on for this site”, “Allow”',
      3,
      page,
    );

    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click(importButton)]);
    await chooser.setFiles({ name: 'fernhill-appliances.csv', mimeType: 'text/csv', buffer: rows });
    await panel.frame.getByText('300 new').waitFor();
    await panel.cards.filter({ hasText: 'washing machine is very loud' }).first().waitFor();
    await done('imported', '“Import answers…”, the file, “Open”', 2, page);

    await panel.inPlainSight();
    const insert = panel.cards.first().getByRole('button', { name: /^Insert/ });
    await click(insert);
    await panel.status(1, 'inserted');
    await done('inserted', '“Insert” on the first card', 0, page);
  } finally {
    await desk.close();
  }
  return steps;
}

/** The build that ships, which may read no site before it is asked to. */
export async function buildShipped(): Promise<string> {
  const out = resolve('.output/first-day');
  const sources = ['entrypoints', 'components', 'lib', 'public', 'package.json', 'wxt.config.ts'];
  await buildOnce(`${out}/chrome-mv3`, sources, () => {
    execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '--level', 'error'], {
      env: { ...process.env, NODE_ENV: 'production', CUECARD_OUT: out },
    });
  });
  return `${out}/chrome-mv3`;
}
