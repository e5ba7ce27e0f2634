import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleGalleryPage } from '../../docs/console-gallery-page';
import { palettePng } from '../../docs/palette-png';
import { plainAnswer } from '../../lib/faces/answer-text';
import { type Desk, openDesk } from '../support/open-desk';
import { composerText, scrollToEnd } from '../support/page-composer';
import { allowAll, fixtureConsoles, importEntries, openFixture } from '../support/recipe-pages';

/** Names of consoles, or `all`: pictures of them are taken for docs/console-gallery.md. */
const pictures = process.env.CUECARD_PICTURES;

/** Of each kind a few, and none that mock-consoles.test.ts or unknown-console.test.ts shows. */
const handful = [
  'intercom',
  'qiyu',
  'sample-console',
  'zendesk',
  'chinese-sides',
  'editor-in-frame',
  'hidden-second-conversation',
  'open-shadow-roots',
  'right-to-left',
  'same-origin-frame',
];

const groups = {
  'with a recipe': fixtureConsoles('with a recipe'),
  without: fixtureConsoles('without'),
};
const all = Object.values(groups).flat();
const names = walked();
const isWalked = ({ name }: { readonly name: string }) => names.includes(name);

function walked(): readonly string[] {
  const every = all.map(({ name }) => name);
  if (pictures === 'all') return every;
  const wanted = pictures?.split(',') ?? (process.env.CUECARD_LONG === '1' ? every : handful);
  const unknown = wanted.filter((name) => !every.includes(name));
  if (unknown.length > 0) throw new Error(`No such console: ${unknown.join(', ')}`);
  return wanted;
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ size: { width: 1360, height: 680 } });
  await desk.ask('settings.change', { language: 'en', welcomed: true });
  await importEntries(desk, all);
  await allowAll(desk);
});
afterAll(async () => {
  await desk?.close();
  if (pictures !== undefined) writeFileSync('docs/console-gallery.md', consoleGalleryPage(groups));
});

const squeeze = (text: string) => text.replace(/\s+/g, '');

/** An answer as plain text, and as it reads in a box that keeps its list and its links. */
const forms = (answer: string) => [
  plainAnswer(answer, {}).text,
  answer
    .replaceAll('**', '')
    .replace(/^- /gm, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1'),
];

// A group of which none is walked would be a failure.
const kinds = Object.entries(groups).filter(([, consoles]) => consoles.some(isWalked));

describe.each(kinds)('on a console %s', (_kind, consoles) => {
  it.each(consoles.filter(isWalked))(
    '$name: the question is heard, and its answer gets into the reply box',
    async (shown) => {
      const { waiting, entry, composers, isNote, name } = shown;
      const { page, panel, sent } = await openFixture(desk, shown);
      await scrollToEnd(page);
      const written = () => composerText(page, composers);
      if (waiting === undefined) {
        // The agent had the last word, and looks something up.
        await panel.frame.getByRole('searchbox').fill(entry.title);
        await panel.frame.getByRole('heading', { name: entry.title }).first().waitFor();
      } else {
        await panel.answered(waiting);
      }
      expect((await panel.titles())[0]).toBe(entry.title);
      const draft = await written();
      await panel.press('Insert', 1);
      if (isNote) {
        await panel.status(1, 'refused');
        expect(await written()).toBe(draft);
        await panel.cards.first().getByRole('button', { name: 'Insert as note' }).click();
      }
      await panel.status(1, 'inserted');
      expect(forms(entry.answer).map((answer) => squeeze(draft + answer))).toContain(
        squeeze(await written()),
      );
      expect(sent).toEqual([]);
      if (pictures !== undefined) {
        const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
        writeFileSync(`docs/console-gallery/${name}.png`, palettePng(picture));
      }
      await page.close();
    },
  );
});
