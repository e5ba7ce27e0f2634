import type { FixtureConsole } from '../tests/support/recipe-pages.ts';

export type GalleryGroups = {
  readonly 'with a recipe': readonly FixtureConsole[];
  readonly without: readonly FixtureConsole[];
};

/** docs/console-gallery.md */
export function consoleGalleryPage(groups: GalleryGroups): string {
  const sections = (consoles: readonly FixtureConsole[]) => consoles.map(sectionOf).join('\n');
  return `# Consoles, read and written into

Made by \`npm run console-gallery\`: the built extension on pages of the same shape as the consoles, at
such addresses but answered on this machine. The pages carry no styles of the consoles. The customer's
question is heard, the first card is the team's answer to it, and its words stand in the reply box,
not sent; \`tests/e2e/console-gallery.test.ts\` takes the pictures where it has seen just that. What is
known of each console is in [consoles.md](consoles.md).

## With a recipe

From tests/fixtures/consoles.

${sections(groups['with a recipe'])}
## Without one

Shapes that no recipe knows, from tests/fixtures/unknown-consoles; how well they are read is in
[generic-reader.md](generic-reader.md).

${sections(groups.without)}`;
}

function sectionOf(shown: FixtureConsole): string {
  const { name, address } = shown;
  return `### ${name}\n\n${address} · ${wayOf(shown)}\n\n![${name}](console-gallery/${name}.png)\n`;
}

function wayOf({ waiting, isNote }: FixtureConsole): string {
  if (waiting === undefined) return 'the agent had the last word: the answer is searched for';
  return isNote ? 'the box writes a note: the panel asks first' : 'the question is answered';
}
