import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Desk } from './open-desk.ts';
import { type Panel, panelOf } from './panel.ts';
import { allowSite } from './popup.ts';

/** A page of a console's shape, shown at an address of such a console. */
export type FixtureConsole = {
  readonly name: string;
  readonly address: string;
  readonly body: string;
  readonly isNote: boolean;
  /** What the customers wrote, as far as they had the last word; undefined where they had not. */
  readonly waiting: string | undefined;
};

type Row = { readonly role: string; readonly text: string };
type Expected = {
  readonly address: string;
  /** Of a console with a recipe. */
  readonly conversation?: { readonly composer: string; readonly messages: readonly Row[] };
  /** Of one without. */
  readonly recognised?: boolean;
  readonly rows?: readonly Row[];
};

/** The consoles that have a recipe, or the shapes that are read without one; all that can be answered. */
export function fixtureConsoles(kind: 'with a recipe' | 'without'): FixtureConsole[] {
  const folder = `tests/fixtures/${kind === 'without' ? 'unknown-consoles' : 'consoles'}`;
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'page.html')))
    .sort()
    .flatMap((name) => {
      const json = readFileSync(join(folder, name, 'expected.json'), 'utf8');
      const reply = replyOf(join(folder, name, 'reply.html'));
      const { address, conversation, recognised, rows } = JSON.parse(json) as Expected;
      // Nothing to write into: not a console, or one with its reply box on another page.
      if (recognised === false || conversation?.composer === 'missing') return [];
      const last = (conversation?.messages ?? rows ?? []).at(-1);
      return {
        name,
        address: reply.address ?? address,
        body: readFileSync(join(folder, name, 'page.html'), 'utf8').replace(
          '</body>',
          () => `${reply.html}</body>`,
        ),
        isNote: conversation?.composer === 'note',
        waiting: last?.role === 'customer' ? last.text : undefined,
      };
    });
}

/** What the console shows once the agent replies, and its address where that is another one. */
function replyOf(file: string): { readonly html: string; readonly address?: string | undefined } {
  if (!existsSync(file)) return { html: '' };
  const html = readFileSync(file, 'utf8');
  return { html, address: /^<!-- (\S+) -->/.exec(html)?.[1] };
}

/** Switches Cuecard on for every site at once. */
export async function allowAll(desk: Desk): Promise<void> {
  const everywhere = 'https://*/*';
  await allowSite(desk, everywhere);
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${desk.extensionId}/popup.html`);
  await page.evaluate(async (everywhere) => {
    await chrome.permissions.request({ origins: [everywhere] });
    // The service worker hears of it, too, and registers the script.
    for (let isOn = false; !isOn; ) {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      isOn = scripts.some(({ matches }) => matches?.includes(everywhere));
    }
  }, everywhere);
  await page.close();
}

export type ShownConsole = {
  readonly page: Page;
  readonly panel: Panel;
  /** What became of an answer that was to be inserted, as the card says it. */
  readonly outcome: string;
};

/** The pages carry no styles of their consoles: enough to see what is a reply box. */
const plainStyle =
  '<style>body { font: 14px/1.45 system-ui; margin: 16px } textarea, [contenteditable] { display: block; min-height: 40px; width: 90%; padding: 6px; border: 1px solid #888; border-radius: 4px } img { max-width: 120px } svg { width: 20px }</style>';

const findWords = { en: 'wifi password', zh: '发票' } as const;

/**
 * Opens a fixture at its console's own address, in a browser that asks nobody else for it, waits until
 * the panel has read it, and has the panel write an answer into its reply box.
 */
export async function showConsole(desk: Desk, shown: FixtureConsole): Promise<ShownConsole> {
  const page = await desk.context.newPage();
  const { address, waiting, isNote } = shown;
  const isStyled = /<style|style=/.test(shown.body);
  const body = isStyled ? shown.body : shown.body.replace('</head>', `${plainStyle}</head>`);
  await page.route(`${new URL(address).origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await page.goto(address);
  const panel = await panelOf(page);
  // Where the agent had the last word nobody waits for an answer.
  if (waiting !== undefined) await panel.heard.waitFor();
  const isChinese = /\p{Script=Han}/u.test(waiting ?? '');
  await panel.frame.getByRole('searchbox').fill(findWords[isChinese ? 'zh' : 'en']);
  const found = panel.frame.getByRole('heading', { name: /wifi password|发票/ });
  await found.first().waitFor();
  const card = panel.cards.first();
  const insert = async () => {
    await panel.inPlainSight();
    await card
      .getByRole('button', { name: /^(Insert|插入)/ })
      .first()
      .click();
  };
  await insert();
  const status = card.locator('[data-status]');
  await status.waitFor();
  // A note is written into only when asked again.
  if (isNote) await insert();
  const done = card.locator('[data-status]:not([data-status=inserting])');
  await done.first().waitFor();
  const outcome = (await done.first().getAttribute('data-status')) ?? '';
  return { page, panel, outcome };
}
