import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { naughtyStrings, payloads } from '../support/hostile-strings';
import { type Desk, openDesk } from '../support/open-desk';
import { shownAnswer } from '../support/shown-answer';
import { activeNodes, hasRun, watchHarm } from '../support/watch-harm';

const isLong = process.env.CUECARD_LONG === '1';
/** As a base holds them: a title is trimmed, at most 2,000 characters; blank ones are refused. */
const strings = [...new Set([...naughtyStrings, ...payloads].map((text) => text.trim()))].filter(
  (text) => text !== '' && text.length <= 2_000,
);
/** Opening one takes the editor a few frames; the list shows all of them either way. */
const openEvery = isLong ? 1 : 3;
const previewSize = 20;
/** As long as a sample in the preview is; see lib/knowledge/import/preview-of.ts. */
const sampleChars = 500;

const base = {
  id: 'hostile',
  name: strings.slice(0, 30).join(' ¦ ').slice(0, 1_500),
  language: 'en',
};
const entriesOf = (texts: readonly string[]) =>
  texts.map((text, at) => ({
    id: `h${at}`,
    title: text,
    phrasings: [text],
    answer: text,
    tags: [text],
  }));
const fileOf = (texts: readonly string[]) =>
  JSON.stringify({ format: 'cuecard/1', base, entries: entriesOf(texts) });

/** A text field gives its line ends as LF, whatever was put in (HTML, 4.10.11: API value). */
const asFieldValue = (text: string) => text.replace(/\r\n?/g, '\n');

type Shown = { title: string; h3: string; answer: string; phrasing: string; tag: string };

let desk: Desk;
let studio: Page;
let harm: string[];

beforeAll(async () => {
  desk = await openDesk({ samples: 'none' });
  harm = watchHarm(desk.context);
  const given = { fileName: 'hostile.json', content: fileOf(strings) };
  expect(await desk.ask('knowledge.import', given)).toMatchObject({ outcome: 'imported' });
  studio = await desk.context.newPage();
  await studio.goto(`chrome-extension://${desk.extensionId}/studio.html`);
  await studio.getByRole('option').first().waitFor();
});
afterAll(() => desk?.close());

describe('hostile strings in the Studio', () => {
  it('stand in the list sign by sign, every one of them', async () => {
    const seen = await studio.evaluate(async () => {
      const list = document.querySelector('[role=listbox]');
      const frame = list?.parentElement;
      if (!frame) return [];
      const titles = new Map<number, string>();
      const total = () => Number(document.querySelector('[role=option]')?.ariaSetSize ?? 0);
      for (let top = 0; titles.size < total(); ) {
        frame.scrollTop = top;
        await new Promise(requestAnimationFrame);
        let next = Number.POSITIVE_INFINITY;
        for (const row of document.querySelectorAll<HTMLElement>('[role=option]')) {
          const at = Number(row.ariaPosInSet);
          const isLoaded = row.children.length > 1 && row.lastElementChild?.textContent !== '';
          if (isLoaded) titles.set(at, row.firstElementChild?.textContent ?? '');
          else next = Math.min(next, at);
        }
        while (titles.has(Math.round(top / 60) + 1)) top += 60;
      }
      return [...titles].sort(([a], [b]) => a - b).map(([, title]) => title);
    });
    const expected = new Set(strings.map((text) => text.trim()));
    console.log({ strings: strings.length, rows: seen.length });
    expect(seen.length).toBe(strings.length);
    expect(seen.filter((title) => !expected.has(title)).slice(0, 10)).toEqual([]);
    expect(new Set(seen).size).toBe(strings.length);
    await standHarmless();
  }, 120_000);

  it(
    'stand in editor and preview sign by sign',
    async () => {
      const wrong: string[] = [];
      for (let at = 0; at < strings.length; at += openEvery) {
        const { row: text, ...shown } = await open(at);
        const expected: Shown = {
          title: asFieldValue(text),
          h3: text,
          answer: shownAnswer(text),
          phrasing: asFieldValue(text),
          tag: text,
        };
        for (const place of Object.keys(expected) as (keyof Shown)[]) {
          if (shown[place] !== expected[place])
            wrong.push(
              `${place}: ${JSON.stringify(expected[place])} is ${JSON.stringify(shown[place])}`,
            );
        }
      }
      expect(wrong.slice(0, 10)).toEqual([]);
      await standHarmless();
    },
    isLong ? 900_000 : 120_000,
  );

  it(
    'stand in the import dialog sign by sign, as file name too',
    async () => {
      await studio.goto(`chrome-extension://${desk.extensionId}/studio.html`);
      await studio.getByRole('button', { name: 'Import', exact: false }).first().click();
      const dialog = studio.getByRole('dialog');
      const wrong: string[] = [];
      for (let at = 0; at < strings.length; at += previewSize) {
        const texts = strings.slice(at, at + previewSize);
        const name = `${texts
          .join(' ¦ ')
          .replaceAll(/[\r\n/\\\0]/g, ' ')
          .slice(0, 200)
          // Cut between the halves of a sign, it would be no text.
          .replace(/\p{Surrogate}/gu, '')}.json`;
        const buffer = Buffer.from(fileOf(texts));
        const input = studio.locator('input[type=file]');
        await input.setInputFiles({ name, mimeType: 'application/json', buffer });
        await dialog.locator('tbody tr').first().waitFor();
        const rows = await dialog
          .locator('tbody tr')
          .evaluateAll((all) =>
            all.map((row) =>
              [...row.querySelectorAll('td > span')].map((cell) => cell.textContent),
            ),
          );
        if (!(await dialog.evaluate((it) => it.textContent ?? '')).includes(name.trim()))
          wrong.push(`file name: ${name}`);
        texts.forEach((text, row) => {
          const seen = rows[row] ?? [];
          const begins = (cell: string | null | undefined) => cell === text.slice(0, sampleChars);
          if (!begins(seen[0]) || !begins(seen[1]))
            wrong.push(`${text} is ${JSON.stringify(seen)}`);
        });
        await dialog.getByRole('button', { name: /another file|other file/i }).click();
      }
      expect(wrong.slice(0, 10)).toEqual([]);
      await standHarmless();
    },
    isLong ? 600_000 : 120_000,
  );
});

/** Opens the entry in this row; gives back what the page shows of it once it is open. */
function open(row: number): Promise<Shown & { row: string }> {
  return studio.evaluate(async (at) => {
    const frame = document.querySelector('[role=listbox]')?.parentElement;
    const rowHeightPx = 60;
    if (frame) frame.scrollTop = at * rowHeightPx;
    const shown = { row: '', title: '', h3: '', answer: '', phrasing: '', tag: '' };
    let isClicked = false;
    for (let frames = 0; frames < 300; frames++) {
      await new Promise(requestAnimationFrame);
      const row = document.querySelector<HTMLElement>(`#studio-row-${at}`);
      const title = document.querySelector<HTMLTextAreaElement>('#studio-title');
      if (!row || row.lastElementChild?.textContent === '') continue;
      if (!isClicked) row.click();
      isClicked = true;
      const card = document.querySelector('article[data-preview]');
      const fields = [...document.querySelectorAll('textarea')].map(({ value }) => value);
      shown.row = row.firstElementChild?.textContent ?? '';
      shown.title = title?.value ?? '';
      shown.h3 = card?.querySelector('h3')?.textContent ?? '';
      shown.answer = (card?.querySelector('div[lang]')?.textContent ?? '').replaceAll('\n', '');
      shown.phrasing = fields[1] ?? '';
      shown.tag = card?.lastElementChild?.lastElementChild?.textContent ?? '';
      if (shown.h3 === shown.row && shown.tag === shown.row) break;
    }
    return shown;
  }, row);
}

async function standHarmless() {
  expect(harm).toEqual([]);
  expect(await hasRun(studio)).toBe(false);
  // The page's own module script, and nothing else.
  expect(await activeNodes(studio)).toBeLessThanOrEqual(ownActiveNodes);
}

const ownActiveNodes = 2;
