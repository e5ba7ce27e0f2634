// Pictures of every console with a recipe, the panel reading and writing: `npm run console-gallery`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../tests/support/open-desk.ts';
import { expectedOf, recipePages, type ShownRecipe, showRecipe } from '../tests/support/recipe-pages.ts';
import { palettePng } from './palette-png.ts';

const folder = 'docs/console-gallery';
const words: { readonly [outcome: string]: string } = {
  inserted: 'in the reply box',
  copied: 'on the clipboard: the page has no reply box that takes it',
};

mkdirSync(folder, { recursive: true });
const desk = await openDesk({ size: { width: 1040, height: 600 } });
const lines: string[] = [];
try {
  await desk.ask('settings.change', { language: 'en', welcomed: true });
  for (const name of recipePages) {
    const shown = await showRecipe(desk, name);
    const picture = await shown.page.screenshot({ animations: 'disabled', caret: 'hide' });
    writeFileSync(join(folder, `${name}.png`), palettePng(picture));
    lines.push(line(shown));
    await shown.page.close();
    console.log(name, shown.outcome);
  }
} finally {
  await desk.close();
}
writeFileSync('docs/console-gallery.md', page());

function line({ name, outcome }: ShownRecipe): string {
  const { host } = new URL(expectedOf(name).address);
  const became = words[outcome] ?? `not inserted: ${outcome}`;
  return `## ${name}\n\n${host} · the answer is ${became}\n\n![${name}](console-gallery/${name}.png)\n`;
}

function page(): string {
  return `# Every console with a recipe

Made by \`npm run console-gallery\`: the built extension on pages of the same shape as the consoles
(tests/fixtures/consoles), at the consoles' own addresses but answered on this machine. The pages carry
no styles of the consoles; each shows that the customer is heard and where the answer goes. What is known
of each console is in [consoles.md](consoles.md).

${lines.join('\n')}`;
}
