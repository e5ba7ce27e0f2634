import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildEditors } from '../support/editors/build';
import { buildInsertHarness } from '../support/insert-harness/build';
import { editorCases, expectedText, scenarios } from '../support/insert-harness/editor-cases';
import { openFirefoxEditor } from '../support/insert-harness/firefox-harness-page';
import type { HarnessPage } from '../support/insert-harness/harness-page';
import { type Row, writeTable } from '../support/insert-harness/write-table';
import { type LaunchedFirefox, launchFirefox, whyNoFirefox } from '../support/launch-firefox';
import { type ServedFolder, serveFolder } from '../support/serve-folder';

const mostUndos = 3;
const why = whyNoFirefox();
if (why !== undefined) console.warn(`Skipped: ${why}`);

describe.skipIf(why !== undefined)(`Firefox${why ? ` (${why})` : ''}`, () => {
  const rows: Row[] = [];
  let served: ServedFolder;
  let firefox: LaunchedFirefox;
  let page: Page;

  beforeAll(async () => {
    const extension = await buildInsertHarness();
    served = await serveFolder(await buildEditors());
    firefox = await launchFirefox(extension);
    page = await firefox.browser.newPage();
  });
  afterAll(async () => {
    const version = (await firefox?.browser.version())?.split('/')[1] ?? '';
    await firefox?.close();
    await served?.close();
    if (process.env['CUECARD_WRITE_DOCS'] !== '1' || why !== undefined) return;
    writeTable(rows, { browser: 'Firefox', version }, 'docs/editors.md');
  });

  /** Presses Ctrl+Z until the model holds the draft again; gives how often, or more than allowed. */
  async function undosTo(draft: string, at: Pick<HarnessPage, 'hasModel'>): Promise<number> {
    for (let undos = 1; undos <= mostUndos; undos++) {
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      if (await at.hasModel(draft, 250)) return undos;
    }
    return mostUndos + 1;
  }

  describe.each(editorCases)('$label', ({ editor, tolerance }) => {
    let at: Omit<HarnessPage, 'page'>;
    const alike = (text: string) => tolerance?.alike(text) ?? text;
    beforeAll(async () => {
      at = await openFirefoxEditor(page, served.origin, editor);
    });

    test.each(scenarios)('holds the exact text: $name', async (scenario) => {
      const { name, text, draft, mode, caretBeforeEnd } = scenario;
      await at.setDraft(draft);
      if (draft !== '') await at.putCaret(caretBeforeEnd);
      await at.clickPanel();

      const { outcome } = await at.insert(text, { mode });

      expect(outcome.outcome).toBe('inserted');
      expect(alike(await at.model())).toBe(alike(expectedText(scenario)));
      expect(await at.hasFocusInComposer()).toBe(true);
      const undos = await undosTo(draft, at);
      expect(undos).toBeLessThanOrEqual(mostUndos);
      if (outcome.outcome === 'inserted') {
        rows.push({ editor, scenario: name, step: outcome.step, undos });
      }
    });

    test('lets the agent type on right after the text', async () => {
      await at.setDraft('Kind regards');
      await at.putCaret(8);
      await at.clickPanel();
      await at.insert('est');
      await page.keyboard.type('!');
      expect(await at.hasModel('Kindest! regards', 1000)).toBe(true);
    });

    test('sent nothing', async () => {
      expect(await at.sent()).toBe(0);
    });
  });

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
