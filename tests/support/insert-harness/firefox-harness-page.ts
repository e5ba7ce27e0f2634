import type { Page } from 'puppeteer-core';
import { must } from '../../../lib/base/must';
import type { InsertRequest } from '../../../lib/protocol/console-messages';
import type { TestEditor } from '../editors/test-editor';
import { type HarnessPage, insertInPage } from './harness-page';

declare const window: { readonly editor: TestEditor; sent: number };

/** One editor's page in Firefox; as `openEditor` of Chromium. */
export async function openFirefoxEditor(
  page: Page,
  origin: string,
  editor: string,
): Promise<Omit<HarnessPage, 'page'>> {
  await page.goto(`${origin}/?editor=${editor}`);
  await page.waitForSelector('body[data-ready="yes"]');
  await page.waitForSelector('html[data-harness="ready"]');
  return {
    model: () => page.evaluate(() => window.editor.model()),
    hasModel: (text, timeout) =>
      page
        .waitForFunction(
          (wanted) => window.editor.model().replaceAll('\u00a0', ' ') === wanted,
          { timeout, polling: 20 },
          text,
        )
        .then(
          () => true,
          () => false,
        ),
    setDraft: (text) => page.evaluate((draft) => window.editor.setDraft(draft), text),
    async putCaret(beforeEnd) {
      const composer = must(await page.$('[data-composer]'), 'a composer');
      const inner = await (await composer.contentFrame())?.$('body');
      await (inner ?? composer).click();
      await page.keyboard.down('Control');
      await page.keyboard.press('End');
      await page.keyboard.up('Control');
      for (let at = 0; at < beforeEnd; at++) await page.keyboard.press('ArrowLeft');
    },
    async clickPanel() {
      const frame = await (await page.$('#panel'))?.contentFrame();
      await must(await frame?.$('button'), 'the button in the panel').click();
    },
    insert: (text, change: Partial<InsertRequest> = {}) =>
      page.evaluate(insertInPage, {
        type: 'insert.request' as const,
        requestId: crypto.randomUUID(),
        conversationKey: 'one',
        text,
        mode: 'caret' as const,
        allowNote: false,
        ...change,
      }),
    hasFocusInComposer: () =>
      page.evaluate(() => {
        const active = document.activeElement;
        return document.querySelector('[data-composer]')?.contains(active) === true;
      }),
    sent: () => page.evaluate(() => window.sent),
  };
}
