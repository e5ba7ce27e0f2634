import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildEditors } from '../support/editors/build';
import { findBrowser } from '../support/find-browser';
import { buildInsertHarness } from '../support/insert-harness/build';
import { editorCases, expectedText, scenarios } from '../support/insert-harness/editor-cases';
import { type HarnessPage, openEditor } from '../support/insert-harness/harness-page';
import { type Row, writeTable } from '../support/insert-harness/write-table';
import { type LaunchedBrowser, launchBrowser } from '../support/launch-browser';
import { type ServedFolder, serveFolder } from '../support/serve-folder';

const mostUndos = 3;
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
  context.setDefaultTimeout(10_000);
  const permissions = ['clipboard-read', 'clipboard-write'];
  await context.grantPermissions(permissions, { origin: served.origin });
});

afterAll(async () => {
  const version = context?.browser()?.version() ?? '';
  await browser?.close();
  await served?.close();
  if (process.env['CUECARD_WRITE_DOCS'] !== '1') return;
  writeTable(rows, { browser: 'Chromium', version }, 'docs/editors.md');
});

const readClipboard = ({ page }: HarnessPage) =>
  page.evaluate(() => navigator.clipboard.readText());

/** Presses Ctrl+Z until the model holds the draft again; gives how often, or more than allowed. */
async function undosTo(draft: string, at: HarnessPage): Promise<number> {
  for (let undos = 1; undos <= mostUndos; undos++) {
    await at.page.keyboard.press('Control+z');
    const isBack = await at.hasModel(draft, 250);
    if (isBack) return undos;
  }
  return mostUndos + 1;
}

describe.each(editorCases)('$label', ({ editor, tolerance }) => {
  let at: HarnessPage;
  const alike = (text: string) => tolerance?.alike(text) ?? text;

  beforeAll(async () => {
    at = await openEditor(context, served.origin, editor);
    await at.page.evaluate((text) => navigator.clipboard.writeText(text), onClipboard);
  });
  afterAll(() => at.page.close());

  test.each(scenarios)('holds the exact text: $name', async (scenario) => {
    const { name, text, draft, mode, caretBeforeEnd } = scenario;
    await at.setDraft(draft);
    if (draft !== '') await at.putCaret(caretBeforeEnd);
    await at.clickPanel();

    const { outcome, read } = await at.insert(text, { mode });

    expect(outcome.outcome).toBe('inserted');
    expect(alike(await at.model())).toBe(alike(expectedText(scenario)));
    expect(read.replace(/\s/g, '')).toBe(expectedText(scenario).replace(/\s/g, ''));
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
    await at.page.keyboard.type('!');
    expect(await at.hasModel('Kindest! regards', 1000)).toBe(true);
  });

  test('sent nothing, and left the clipboard alone', async () => {
    expect(await at.sent()).toBe(0);
    expect(await readClipboard(at)).toBe(onClipboard);
  });
});

describe('The cascade', () => {
  let at: HarnessPage;
  const open = async (editor: string) => {
    at = await openEditor(context, served.origin, editor);
  };
  afterEach(() => at.page.close());

  test.each(['textarea', 'contenteditable', 'lexical'])(
    'writes at the end of a draft that never had the caret (%s)',
    async (editor) => {
      await open(editor);
      await at.setDraft('Hello,');
      await at.insert(' world');
      expect(await at.model()).toBe('Hello, world');
    },
  );

  test.each(['textarea', 'contenteditable', 'prosemirror', 'slate'])(
    'remembers the caret after words elsewhere were selected (%s)',
    async (editor) => {
      await open(editor);
      await at.setDraft('Hello, regards');
      await at.putCaret(7);
      await at.page.locator('#message').selectText();
      await at.clickPanel();
      await at.insert('thank you, ');
      expect(await at.model()).toBe('Hello, thank you, regards');
    },
  );

  test.each(['textarea', 'contenteditable', 'ckeditor5'])(
    'writes nothing into another conversation (%s)',
    async (editor) => {
      await open(editor);
      const { outcome } = await at.insert('For one', { conversationKey: 'another' });
      expect(outcome).toEqual({ outcome: 'refused', why: 'conversation-changed' });
      expect(await at.model()).toBe('');
    },
  );

  test.each(['textarea', 'contenteditable', 'lexical'])(
    'writes nothing when the conversation changes while it takes the focus (%s)',
    async (editor) => {
      await open(editor);
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

  test('writes a note only when the agent wants one', async () => {
    await open('prosemirror');
    await at.page.evaluate(() => {
      document.body.dataset['note'] = 'yes';
    });
    const { outcome } = await at.insert('Secret');
    expect(outcome).toEqual({ outcome: 'refused', why: 'note-mode' });
    expect(await at.model()).toBe('');
    await at.insert('Secret', { allowNote: true });
    expect(await at.model()).toBe('Secret');
  });

  test.each(['textarea', 'contenteditable', 'slate'])(
    'inserts once on a double click (%s)',
    async (editor) => {
      await open(editor);
      const [first, second] = await Promise.all([at.insert('Once'), at.insert('Once')]);
      expect(first.outcome.outcome).toBe('inserted');
      expect(second.outcome).toEqual({ outcome: 'refused', why: 'busy' });
      expect(await at.model()).toBe('Once');
    },
  );

  test('follows a composer that is exchanged while it takes the focus', async () => {
    await open('rendering');
    await at.setDraft('Draft ');
    const { outcome } = await at.insert('and text');
    expect(outcome.outcome).toBe('inserted');
    expect(await at.model()).toBe('Draft and text');
  });

  test('copies the text when the composer is gone', async () => {
    await open('vanishing');
    const { outcome } = await at.insert('Paste me');
    expect(outcome).toEqual({ outcome: 'copied' });
    expect(await readClipboard(at)).toBe('Paste me');
  });

  test('copies the text, and leaves the draft, when the composer takes nothing', async () => {
    await open('locked');
    await at.setDraft('My draft');
    const { outcome } = await at.insert('Paste me');
    expect(outcome).toEqual({ outcome: 'copied' });
    expect(await readClipboard(at)).toBe('Paste me');
    expect(await at.model()).toBe('My draft');
  });

  test('copies the text when the editor throws it out again', async () => {
    await open('reverting');
    await at.setDraft('My draft');
    const { outcome } = await at.insert(' and text');
    expect(outcome).toEqual({ outcome: 'copied' });
    expect(await at.model()).toBe('My draft');
  });

  test('takes a doubled text back before it tries the next way', async () => {
    await open('doubling');
    await at.setDraft('My draft ');
    const { outcome } = await at.insert('and text');
    expect(outcome).toEqual({ outcome: 'inserted', step: 'exec-lines' });
    expect(await at.model()).toBe('My draft and text');
  });

  test('stops at a text that it cannot take back, and says so', async () => {
    await open('spoiling');
    const { outcome } = await at.insert('Text');
    expect(outcome).toEqual({ outcome: 'refused', why: 'not-inserted' });
    expect(await at.model()).toBe('TextText');
  });

  test('leaves the draft to the agent who empties it right after the text came', async () => {
    await open('contenteditable');
    const inserting = at.insert('Sent at once');
    expect(await at.hasModel('Sent at once', 2000)).toBe(true);
    await at.page.keyboard.press('Control+a');
    await at.page.keyboard.press('Backspace');
    const { outcome } = await inserting;
    expect(outcome.outcome).toBe('inserted');
    expect(await at.model()).toBe('');
  });

  test('opens a composer that appears only after a click', async () => {
    await open('textarea');
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

  test('says when there is no composer', async () => {
    await open('textarea');
    await at.page.evaluate(() => document.querySelector('[data-composer]')?.remove());
    const { outcome } = await at.insert('Nowhere');
    expect(outcome).toEqual({ outcome: 'refused', why: 'no-composer' });
  });
});
