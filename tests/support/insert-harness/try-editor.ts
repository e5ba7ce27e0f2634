import { expect } from 'vitest';
import {
  type EditorCase,
  expectedText,
  formattedAnswer,
  type Scenario,
  scenarios,
} from './editor-cases';
import type { HarnessPage } from './harness-page';
import type { Row } from './write-table';

const mostUndos = 3;
const undoMs = 250;

/**
 * Inserts into one editor in every scenario, reads its own model and undoes; then types on where a
 * text was put in. Gives what the table tells.
 */
export async function tryEditor(at: HarnessPage, tested: EditorCase): Promise<Row[]> {
  const rows: Row[] = [];
  for (const scenario of scenarios) rows.push(await tryScenario(at, tested, scenario));
  rows.push(await tryFormatting(at, tested));
  await typesOnAfterTheText(at);
  expect(await at.sent(), 'how often it was sent').toBe(0);
  return rows;
}

async function tryScenario(
  at: HarnessPage,
  { editor, tolerance, undo = 'whole' }: EditorCase,
  scenario: Scenario,
): Promise<Row> {
  const { name, text, draft, mode, caretBeforeEnd } = scenario;
  const alike = (model: string) => tolerance?.alike(model) ?? model;
  const wanted = expectedText(scenario);
  await at.setDraft(draft);
  if (draft !== '') await at.putCaret(caretBeforeEnd);
  await at.clickPanel();

  const { outcome, read } = await at.insert(text, { mode });

  expect(outcome, name).toMatchObject({ outcome: 'inserted' });
  expect(alike(await at.model()), name).toBe(alike(wanted));
  expect(read.replace(/\s/g, ''), `${name}, as the content script reads it`).toBe(
    wanted.replace(/\s/g, ''),
  );
  expect(await at.hasFocusInComposer(), `${name}: focus`).toBe(true);
  const undos = await undosTo(draft, at);
  if (undo === 'whole') expect(undos, `${name}: undone`).toBeLessThanOrEqual(mostUndos);
  const step = outcome.outcome === 'inserted' ? outcome.step : '';
  return { editor, scenario: name, step, undos: undos > mostUndos ? undefined : undos };
}

/** Bold, a list and a link: whole in the editor's own output, or else told in plain text. */
async function tryFormatting(
  at: HarnessPage,
  { editor, tolerance, undo = 'whole', formatting = 'plain' }: EditorCase,
): Promise<Row> {
  const { text, words } = formattedAnswer;
  await at.setDraft('');
  await at.clickPanel();
  const { outcome } = await at.insert(text, {
    formatted: formattedAnswer.formatted.map(({ listed, runs }) => ({ listed, runs: [...runs] })),
  });

  expect(outcome, 'formatted').toMatchObject({ outcome: 'inserted' });
  const step = outcome.outcome === 'inserted' ? outcome.step : '';
  const isKept = step.endsWith('-formatted');
  const squeezed = (model: string) => (tolerance?.alike(model) ?? model).replace(/\s/g, '');
  expect(squeezed(await at.model()), 'formatted').toBe(squeezed(isKept ? words : text));
  if (isKept) {
    const html = await at.html();
    expect(html, 'bold').toMatch(/<(strong|b)\b[^>]*>.*Settings/);
    expect(html, 'a link').toMatch(/<a\b[^>]* href="https:\/\/help\.example\/start\?a=1&amp;b=2"/);
    expect(html, 'a list').toMatch(/<li\b[^>]*>(.|\n)*open/);
  }
  expect(isKept ? 'kept' : 'plain', 'formatting').toBe(formatting);
  const undos = await undosTo('', at);
  if (undo === 'whole') expect(undos, 'formatted: undone').toBeLessThanOrEqual(mostUndos);
  return { editor, scenario: 'formatted', step, undos, formatting };
}

/** Presses Ctrl+Z until the model holds the draft again; gives how often, or more than allowed. */
async function undosTo(draft: string, at: HarnessPage): Promise<number> {
  for (let undos = 1; undos <= mostUndos; undos++) {
    await at.press('Control+z');
    if (await at.hasModel(draft, undoMs)) return undos;
  }
  return mostUndos + 1;
}

async function typesOnAfterTheText(at: HarnessPage): Promise<void> {
  await at.setDraft('Kind.');
  await at.putCaret(1);
  await at.clickPanel();
  expect((await at.insert('est')).outcome).toMatchObject({ outcome: 'inserted' });
  await at.type('!');
  // Some take over what was typed when the field is left.
  await at.clickPanel();
  const isThere = await at.hasModel('Kindest!.', 1000);
  expect(isThere || (await at.model()), 'typed on after the text').toBe(true);
}
