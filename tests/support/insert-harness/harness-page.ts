import type { BrowserContext, Page } from 'playwright-core';
import type { InsertOutcome, InsertRequest } from '../../../lib/protocol/console-messages';
import type { TestEditor } from '../editors/test-editor';

declare const window: {
  readonly editor: TestEditor;
  sent: number;
  getSelection(): { removeAllRanges(): void } | null;
};

export type Done = { readonly outcome: InsertOutcome; readonly read: string };

/** One editor's page, with the harness in it. */
export type HarnessPage = {
  readonly page: Page;
  model(): Promise<string>;
  /** Whether the model comes to hold the text, give or take no-break spaces, within the time. */
  hasModel(text: string, withinMs: number): Promise<boolean>;
  setDraft(text: string): Promise<void>;
  /** Clicks into the composer and puts the caret so many characters before the draft's end. */
  putCaret(beforeEnd: number): Promise<void>;
  /** A click in the panel's frame, which takes the focus from the page as the real one does. */
  clickPanel(): Promise<void>;
  insert(text: string, change?: Partial<InsertRequest>): Promise<Done>;
  hasFocusInComposer(): Promise<boolean>;
  sent(): Promise<number>;
};

export async function openEditor(
  context: BrowserContext,
  origin: string,
  editor: string,
): Promise<HarnessPage> {
  const page = await context.newPage();
  await page.goto(`${origin}/?editor=${editor}`);
  await page.locator('body[data-ready="yes"]').waitFor();
  await page.locator('html[data-harness="ready"]').waitFor();
  return harnessPageOf(page);
}

function harnessPageOf(page: Page): HarnessPage {
  return {
    page,
    model: () => page.evaluate(() => window.editor.model()),
    hasModel: (text, timeout) =>
      page
        .waitForFunction(
          (wanted) => window.editor.model().replaceAll('\u00a0', ' ') === wanted,
          text,
          { timeout, polling: 20 },
        )
        .then(
          () => true,
          () => false,
        ),
    setDraft: (text) => page.evaluate((draft) => window.editor.setDraft(draft), text),
    async putCaret(beforeEnd) {
      const composer = page.locator('[data-composer]');
      const isFrame = await composer.evaluate((element) => element.localName === 'iframe');
      await (isFrame ? composer.contentFrame().locator('body') : composer).click();
      await page.keyboard.press('Control+End');
      for (let at = 0; at < beforeEnd; at++) await page.keyboard.press('ArrowLeft');
    },
    clickPanel: () => page.locator('#panel').contentFrame().locator('button').click(),
    insert: (text, change = {}) =>
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

/** Runs in the page: hands the request to the content script's world as text. */
export function insertInPage(request: InsertRequest): Promise<Done> {
  return new Promise((done) => {
    document.addEventListener(
      `harness-done-${request.requestId}`,
      (event) => done(JSON.parse((event as CustomEvent<string>).detail)),
      { once: true },
    );
    const detail = JSON.stringify(request);
    document.dispatchEvent(new CustomEvent('harness-insert', { detail }));
  });
}
