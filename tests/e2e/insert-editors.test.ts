import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildEditors } from '../support/editors/build';
import { findBrowser } from '../support/find-browser';
import { buildInsertHarness } from '../support/insert-harness/build';
import {
  type ChromiumHarnessPage,
  openEditor,
} from '../support/insert-harness/chromium-harness-page';
import { editorCases } from '../support/insert-harness/editor-cases';
import { tryEditor } from '../support/insert-harness/try-editor';
import { keepTable, type Row } from '../support/insert-harness/write-table';
import { type LaunchedBrowser, launchBrowser } from '../support/launch-browser';
import { type ServedFolder, serveFolder } from '../support/serve-folder';

const onClipboard = 'what the agent had copied';

const rows: Row[] = [];
let served: ServedFolder;
let browser: LaunchedBrowser;
let context: BrowserContext;

beforeAll(async () => {
  const executable = findBrowser();
  if (executable === undefined) throw new Error('These tests need Chromium');
  const extension = await buildInsertHarness();
  served = await serveFolder(await buildEditors());
  browser = await launchBrowser({ executable, extension, headless: true });
  context = browser.context;
  context.setDefaultTimeout(30_000);
  const permissions = ['clipboard-read', 'clipboard-write'];
  await context.grantPermissions(permissions, { origin: served.origin });
  const at = await openEditor(context, served.origin, 'textarea');
  await at.page.evaluate((text) => navigator.clipboard.writeText(text), onClipboard);
  await at.page.close();
});

afterAll(async () => {
  const version = context?.browser()?.version() ?? '';
  await browser?.close();
  await served?.close();
  keepTable(rows, { browser: 'Chromium', version });
});

const readClipboard = ({ page }: ChromiumHarnessPage) =>
  page.evaluate(() => navigator.clipboard.readText());

describe('Editors', () => {
  // Most of the time is spent waiting, so that several take little longer than one.
  test.concurrent.each(editorCases)(
    '$label holds the exact text, and undoes it',
    async (tested) => {
      const at = await openEditor(context, served.origin, tested.editor);
      try {
        rows.push(...(await tryEditor(at, tested)));
      } finally {
        await at.page.close();
      }
    },
  );

  test('leave the clipboard alone', async () => {
    const at = await openEditor(context, served.origin, 'textarea');
    expect(await readClipboard(at)).toBe(onClipboard);
    await at.page.close();
  });
});

describe('The cascade', () => {
  const open = (editor: string) => openEditor(context, served.origin, editor);

  test.concurrent.each(['textarea', 'contenteditable', 'lexical'])(
    'writes at the end of a draft that never had the caret (%s)',
    async (editor) => {
      const at = await open(editor);
      await at.setDraft('Hello,');
      await at.insert(' world');
      expect(await at.model()).toBe('Hello, world');
    },
  );

  test.concurrent.each(['textarea', 'contenteditable', 'prosemirror', 'slate'])(
    'remembers the caret after words elsewhere were selected (%s)',
    async (editor) => {
      const at = await open(editor);
      await at.setDraft('Hello, regards');
      await at.putCaret(7);
      await at.page.locator('#message').selectText();
      await at.clickPanel();
      await at.insert('thank you, ');
      expect(await at.model()).toBe('Hello, thank you, regards');
    },
  );

  test.concurrent.each(['lexical', 'slate'])(
    'waits for an editor that a busy page tells late where the caret is (%s)',
    async (editor) => {
      const at = await open(editor);
      await at.setDraft('Hello, regards');
      await at.putCaret(7);
      await at.page.locator('#message').selectText();
      await at.clickPanel();
      await at.page.evaluate(() => {
        const holdUp = () => {
          for (const until = performance.now() + 150; performance.now() < until; );
        };
        window.addEventListener('selectionchange', holdUp, { capture: true });
      });
      await at.insert('thank you, ');
      expect(await at.model()).toBe('Hello, thank you, regards');
    },
  );

  test.concurrent.each(['textarea', 'contenteditable', 'ckeditor5'])(
    'writes nothing into another conversation (%s)',
    async (editor) => {
      const at = await open(editor);
      const { outcome } = await at.insert('For one', { conversationKey: 'another' });
      expect(outcome).toEqual({ outcome: 'refused', why: 'conversation-changed' });
      expect(await at.model()).toBe('');
    },
  );

  test.concurrent.each(['textarea', 'contenteditable', 'lexical'])(
    'writes nothing when the conversation changes while it takes the focus (%s)',
    async (editor) => {
      const at = await open(editor);
      await at.page.evaluate(() => {
        const change = () => {
          document.body.dataset['conversation'] = 'two';
        };
        document.querySelector('[data-composer]')?.addEventListener('focus', change);
      });
      const { outcome } = await at.insert('For one');
      expect(outcome).toEqual({ outcome: 'refused', why: 'conversation-changed' });
      expect(await at.model()).toBe('');
    },
  );

  test.concurrent('writes a note only when the agent wants one', async () => {
    const at = await open('prosemirror');
    await at.page.evaluate(() => {
      document.body.dataset['note'] = 'yes';
    });
    const { outcome } = await at.insert('Secret');
    expect(outcome).toEqual({ outcome: 'refused', why: 'note-mode' });
    expect(await at.model()).toBe('');
    await at.insert('Secret', { allowNote: true });
    expect(await at.model()).toBe('Secret');
  });

  test.concurrent.each(['textarea', 'contenteditable', 'slate'])(
    'refuses another text while one is being written (%s)',
    async (editor) => {
      const at = await open(editor);
      const [first, second] = await Promise.all([at.insert('Once'), at.insert('Once')]);
      expect(first.outcome.outcome).toBe('inserted');
      expect(second.outcome).toEqual({ outcome: 'refused', why: 'busy' });
      expect(await at.model()).toBe('Once');
    },
  );

  test.concurrent('follows a composer that is exchanged while it takes the focus', async () => {
    const at = await open('rendering');
    await at.setDraft('Draft ');
    const { outcome } = await at.insert('and text');
    expect(outcome.outcome).toBe('inserted');
    expect(await at.model()).toBe('Draft and text');
  });

  test.concurrent('finds a composer again that is drawn anew while it is written to', async () => {
    const at = await open('dropping');
    await at.setDraft('Draft ');
    const { outcome } = await at.insert('and text');
    expect(outcome.outcome).toBe('inserted');
    expect(await at.model()).toBe('Draft and text');
  });

  test.concurrent.each(['textarea', 'contenteditable', 'lexical'])(
    'never replaces a draft unasked, even one that is selected (%s)',
    async (editor) => {
      const at = await open(editor);
      await at.setDraft('My own words, ');
      await at.putCaret(0);
      await at.press('Control+a');
      await at.clickPanel();
      await at.insert('and text');
      expect(await at.model()).toBe('My own words, and text');
    },
  );

  test('copies the text when the composer is gone', async () => {
    const at = await open('vanishing');
    const { outcome } = await at.insert('Paste me');
    expect(outcome).toEqual({ outcome: 'copied' });
    expect(await readClipboard(at)).toBe('Paste me');
  });

  test('copies the text, and leaves the draft, when the composer takes nothing', async () => {
    const at = await open('locked');
    await at.setDraft('My draft');
    const { outcome } = await at.insert('Paste me too');
    expect(outcome).toEqual({ outcome: 'copied' });
    expect(await readClipboard(at)).toBe('Paste me too');
    expect(await at.model()).toBe('My draft');
  });

  test('copies the text when the editor throws it out again', async () => {
    const at = await open('reverting');
    await at.setDraft('My draft');
    const { outcome } = await at.insert(' and text');
    expect(outcome).toEqual({ outcome: 'copied' });
    expect(await at.model()).toBe('My draft');
  });

  test.concurrent('takes a doubled text back before it tries the next way', async () => {
    const at = await open('doubling');
    await at.setDraft('My draft ');
    const { outcome } = await at.insert('and text');
    expect(outcome).toEqual({ outcome: 'inserted', step: 'exec-lines' });
    expect(await at.model()).toBe('My draft and text');
  });

  test.concurrent('stops at a text that it cannot take back, and says so', async () => {
    const at = await open('spoiling');
    const { outcome } = await at.insert('Text');
    expect(outcome).toEqual({ outcome: 'refused', why: 'not-inserted' });
    expect(await at.model()).toBe('TextText');
  });

  test.concurrent('leaves the draft to the agent who empties it right after the text came', async () => {
    const at = await open('contenteditable');
    const inserting = at.insert('Sent at once');
    expect(await at.hasModel('Sent at once', 2000)).toBe(true);
    await at.page.keyboard.press('Control+a');
    await at.page.keyboard.press('Backspace');
    const { outcome } = await inserting;
    expect(outcome.outcome).toBe('inserted');
    expect(await at.model()).toBe('');
  });

  test.concurrent('opens a composer that appears only after a click', async () => {
    const at = await open('textarea');
    await at.page.evaluate(() => {
      const field = document.querySelector('[data-composer]');
      const opener = document.createElement('button');
      opener.dataset['open'] = '';
      opener.addEventListener('click', () => {
        requestAnimationFrame(() => field && opener.replaceWith(field));
      });
      field?.replaceWith(opener);
      opener.type = 'button';
    });
    const { outcome } = await at.insert('Opened');
    expect(outcome.outcome).toBe('inserted');
    expect(await at.model()).toBe('Opened');
  });

  test.concurrent('says when there is no composer', async () => {
    const at = await open('textarea');
    await at.page.evaluate(() => document.querySelector('[data-composer]')?.remove());
    const { outcome } = await at.insert('Nowhere');
    expect(outcome).toEqual({ outcome: 'refused', why: 'no-composer' });
  });
});
