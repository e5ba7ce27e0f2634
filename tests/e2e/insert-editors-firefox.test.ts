import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../lib/base/must';
import { buildEditors } from '../support/editors/build';
import { buildInsertHarness } from '../support/insert-harness/build';
import { editorCases } from '../support/insert-harness/editor-cases';
import { openFirefoxEditor } from '../support/insert-harness/firefox-harness-page';
import { lanesOf } from '../support/insert-harness/lanes';
import { tryEditor } from '../support/insert-harness/try-editor';
import { keepTable, type Row } from '../support/insert-harness/write-table';
import { type LaunchedFirefox, launchFirefox, whyNoFirefox } from '../support/launch-firefox';
import { type ServedFolder, serveFolder } from '../support/serve-folder';

/** Browsers at once: in one, only one page has the focus, and only the tab in front is drawn. */
const lanes = Array.from({ length: 2 });
const why = whyNoFirefox();
if (why !== undefined) console.warn(`Skipped: ${why}`);

describe.skipIf(why !== undefined)(`Firefox${why ? ` (${why})` : ''}`, () => {
  const rows: Row[] = [];
  let served: ServedFolder;
  let firefoxes: readonly LaunchedFirefox[] = [];
  let inLane: ReturnType<typeof lanesOf<Page>>;
  let page: Page;

  beforeAll(async () => {
    const extension = await buildInsertHarness();
    served = await serveFolder(await buildEditors());
    firefoxes = await Promise.all(lanes.map(() => launchFirefox(extension)));
    const pages = await Promise.all(firefoxes.map(({ browser }) => browser.newPage()));
    page = must(pages[0], 'a page');
    inLane = lanesOf(pages);
  });
  afterAll(async () => {
    const version = (await firefoxes[0]?.browser.version())?.split('/')[1] ?? '';
    await Promise.all(firefoxes.map((firefox) => firefox.close()));
    await served?.close();
    if (why !== undefined) return;
    keepTable(rows, { browser: 'Firefox', version });
  });

  test.concurrent.each(editorCases)('$label holds the exact text, and undoes it', (tested) =>
    inLane(async (own) => {
      const at = await openFirefoxEditor(own, served.origin, tested.editor);
      rows.push(...(await tryEditor(at, tested)));
    }),
  );

  /** What Ctrl+V gives: pages may not read the clipboard unasked. */
  async function readClipboard(): Promise<string> {
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'pasted';
      document.body.append(field);
      field.focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    return page.$eval('#pasted', (field) => (field as HTMLTextAreaElement).value);
  }

  test.each(['vanishing', 'locked', 'reverting'])(
    'copies the text where the composer does not take it (%s)',
    async (editor) => {
      const at = await openFirefoxEditor(page, served.origin, editor);
      await at.clickPanel();
      const text = `Paste me, ${editor}`;
      const { outcome } = await at.insert(text);
      expect(outcome).toEqual({ outcome: 'copied' });
      expect(await readClipboard()).toBe(text);
    },
  );

  test('takes a doubled text back before it tries the next way', async () => {
    const at = await openFirefoxEditor(page, served.origin, 'doubling');
    await at.setDraft('My draft ');
    const { outcome } = await at.insert('and text');
    expect(outcome).toEqual({ outcome: 'inserted', step: 'exec-lines' });
    expect(await at.model()).toBe('My draft and text');
  });
});
