import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import type { Recipe } from '../../lib/protocol/recipe.ts';
import { entriesAsFile, type FixtureEntry, fixtureEntrySchema } from './fixture-entry.ts';
import type { Desk } from './open-desk.ts';
import { watchSending } from './page-composer.ts';
import { type Panel, panelOf } from './panel.ts';
import { plainStyle } from './plain-style.ts';
import { allowSite } from './popup.ts';

/** A page of a console's shape, shown at an address of such a console. */
export type FixtureConsole = {
  readonly name: string;
  readonly address: string;
  readonly body: string;
  readonly isNote: boolean;
  /** What the customer wrote and waits for an answer to; undefined where the agent had the last word. */
  readonly waiting: string | undefined;
  readonly entry: FixtureEntry;
  /** Where the reply box is: selectors as in recipes. */
  readonly composers: readonly string[];
};

type Row = { readonly role: string; readonly kind?: string; readonly text: string };
type Expected = {
  readonly address: string;
  /** The answer to what the page ends with, or the name of the page that ends with the same. */
  readonly entry?: unknown;
  /** Of a console with a recipe. */
  readonly recipe?: string;
  readonly conversation?: { readonly composer: string; readonly messages: readonly Row[] };
  /** Of one without. */
  readonly recognised?: boolean;
  readonly composer?: string;
  readonly rows?: readonly Row[];
};

const folders = {
  'with a recipe': 'tests/fixtures/consoles',
  without: 'tests/fixtures/unknown-consoles',
};

/** The consoles that have a recipe, or the shapes that are read without one; all that can be answered. */
export function fixtureConsoles(kind: keyof typeof folders): FixtureConsole[] {
  const folder = folders[kind];
  const expectedOf = (name: string) =>
    JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected;
  const entryOf = (name: string): FixtureEntry => {
    const { entry } = expectedOf(name);
    return typeof entry === 'string' ? entryOf(entry) : v.parse(fixtureEntrySchema, entry);
  };
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'page.html')))
    .sort()
    .flatMap((name) => {
      const reply = replyOf(join(folder, name, 'reply.html'));
      const { address, recipe, conversation, recognised, composer, rows } = expectedOf(name);
      const known = recipe === undefined ? undefined : readRecipe(recipe);
      // Nothing to write into: not a console, or one with its reply box on another page.
      if (recognised === false || conversation?.composer === 'missing') return [];
      return {
        name,
        address: reply.address ?? address,
        body: readFileSync(join(folder, name, 'page.html'), 'utf8')
          .replace('</head>', () => `${known === undefined ? '' : plainStyle(known)}</head>`)
          .replace('</body>', () => `${reply.html}</body>`)
          .replaceAll('src="data:,"', `src="${noPicture}"`),
        isNote: conversation?.composer === 'note',
        waiting: waitingIn(conversation?.messages ?? rows ?? []),
        entry: entryOf(name),
        composers: known?.composer ?? [composer ?? ''],
      };
    });
}

/** One that is seen through, where the pages have one that cannot be shown. */
const noPicture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function waitingIn(rows: readonly Row[]): string | undefined {
  const answered = rows.findLastIndex(({ role }) => role === 'agent' || role === 'bot');
  const burst = rows.slice(answered + 1).filter(({ role }) => role === 'customer');
  if (burst.length === 0) return undefined;
  const texts = burst.filter(({ kind }) => kind === undefined || kind === 'text');
  return texts.map(({ text }) => text).join('\n');
}

function readRecipe(id: string): Recipe {
  return JSON.parse(readFileSync(`lib/consoles/recipes/${id}.json`, 'utf8')) as Recipe;
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

/** Has the desk take in what the teams of these consoles have written. */
export async function importEntries(
  desk: Desk,
  consoles: readonly FixtureConsole[],
): Promise<void> {
  for (const language of ['en', 'zh'] as const) {
    const content = entriesAsFile(
      language,
      consoles.map(({ entry }) => entry),
    );
    await desk.ask('knowledge.import', { fileName: `answers-${language}.json`, content });
  }
}

/** Opens a fixture at its console's own address, in a browser that asks nobody else for it. */
export async function openFixture(
  desk: Desk,
  { address, body }: FixtureConsole,
): Promise<{ page: Page; panel: Panel; sent: readonly string[] }> {
  const page = await desk.context.newPage();
  const sent = await watchSending(page);
  await page.route(`${new URL(address).origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await page.goto(address);
  return { page, panel: await panelOf(page), sent };
}
