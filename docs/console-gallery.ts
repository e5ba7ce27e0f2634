// Pictures of every console that we have a page of, the panel reading and writing: `npm run
// console-gallery`; with names behind it (`-- zammad qiyu`) of those alone, the others kept.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, openDesk } from '../tests/support/open-desk.ts';
import { allowAll, type FixtureConsole, fixtureConsoles, showConsole } from '../tests/support/recipe-pages.ts';
import { consoleGalleryPage, sectionsOf } from './console-gallery-page.ts';
import { palettePng } from './palette-png.ts';

const folder = 'docs/console-gallery';
const file = 'docs/console-gallery.md';
const groups = {
  'with a recipe': fixtureConsoles('with a recipe'),
  without: fixtureConsoles('without'),
};
const only = process.argv.slice(2);
const isWanted = ({ name }: FixtureConsole) => only.length === 0 || only.includes(name);

mkdirSync(folder, { recursive: true });
const lines = sectionsOf(existsSync(file) ? readFileSync(file, 'utf8') : '');
let failed = 0;
const desk = await openDesk({ size: { width: 1040, height: 600 } });
try {
  await desk.ask('settings.change', { language: 'en', welcomed: true });
  await allowAll(desk);
  for (const fixture of Object.values(groups).flat().filter(isWanted)) {
    const outcome = await take(desk, fixture).catch((error: Error) => `failed: ${error.message}`);
    if (outcome !== 'inserted' && outcome !== 'copied-instead') failed++;
    lines.set(fixture.name, { address: fixture.address, outcome: outcome.split('\n')[0] ?? '' });
    // After each, so that what was made is kept whatever happens.
    writeFileSync(file, consoleGalleryPage(groups, lines));
    console.log(fixture.name, outcome);
  }
} finally {
  await desk.close();
}
if (failed > 0) throw new Error(`${failed} not written into`);

async function take(desk: Desk, fixture: FixtureConsole): Promise<string> {
  const { page, outcome } = await showConsole(desk, fixture);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  writeFileSync(join(folder, `${fixture.name}.png`), palettePng(picture));
  await page.close();
  return outcome;
}
