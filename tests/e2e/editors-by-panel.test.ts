import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../lib/base/must';
import type { Recipe } from '../../lib/protocol/recipe';
import { buildEditors } from '../support/editors/build';
import { editorCases } from '../support/insert-harness/editor-cases';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';
import { type ServedFolder, serveFolder } from '../support/serve-folder';

const question = 'my tv box is stuck on the logo';
const { entries } = JSON.parse(readFileSync('public/samples/harbour-broadband.json', 'utf8')) as {
  entries: { title: string; answer: string }[];
};
const wanted = must(
  entries.find(({ title }) => title === 'TV box frozen or no picture'),
  'the sample answer',
).answer;

/** The page is a console that somebody has taught. */
const recipe: Recipe = {
  id: 'editor-desk',
  name: 'Editors',
  version: 1,
  checked: { on: '2026-11-23', standing: 'seen running' },
  match: { elements: ['main[data-conversation]'] },
  list: ['main ol'],
  row: 'li',
  rowId: { attribute: 'data-id' },
  roles: { agent: ['[data-from=agent]'], customer: ['[data-from=customer]'] },
  order: 'oldest-first',
  conversationId: { from: 'attribute', selectors: ['main'], attribute: 'data-conversation' },
  customerName: { from: 'attribute', selectors: ['main'], attribute: 'data-conversation' },
  composer: ['[data-composer]'],
};

/** One of each kind of steps; all of them with `CUECARD_LONG=1`. */
const sample = ['textarea', 'contenteditable-frame', 'tiptap', 'lexical', 'slate', 'ckeditor5'];
const cases = editorCases.filter(
  ({ editor }) => process.env['CUECARD_LONG'] === '1' || sample.includes(editor),
);

let desk: Desk;
let served: ServedFolder;
let page: Page;
let panel: Panel;
beforeAll(async () => {
  served = await serveFolder(await buildEditors());
  desk = await openDesk({ samples: ['harbour-broadband'] });
  await desk.ask('taught.keep', { recipe, madeOn: 'another' });
  await desk.ask('taught.confirm', { id: recipe.id });
  page = await desk.context.newPage();
  await page.goto(served.origin);
  panel = await panelOf(page);
});
afterAll(async () => {
  await desk?.close();
  await served?.close();
});

describe('The panel’s own Insert, through the whole extension', () => {
  it.each(cases)('$label holds the exact answer', async ({ editor, tolerance }) => {
    await page.evaluate(([editor, question]) => window.showConversation(editor, question), [
      editor,
      question,
    ] as const);
    // The card fills in whom it is for, so that none of the conversation before is pressed.
    await panel.cards
      .first()
      .filter({ hasText: `${editor}.` })
      .waitFor();
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    const alike = (model: string) => tolerance?.alike(model) ?? model;
    const model = await page.evaluate(() => window.editor.model());
    expect(alike(model)).toBe(alike(wanted.replace('{{customer.name}}', editor)));
    expect(await page.evaluate(() => window.sent)).toBe(0);
  });
});
