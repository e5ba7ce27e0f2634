/** What a picture of the gallery shows. */
export type GalleryLine = { readonly address: string; readonly outcome: string };

const words: { readonly [outcome: string]: string } = {
  inserted: 'in the reply box',
  'copied-instead': 'on the clipboard: the page has no reply box that takes it',
};

const section = /^### (\S+)\n\n(\S+) · the answer is (.*)$/gm;

/** What an earlier run has written down, by the names of the consoles. */
export function sectionsOf(page: string): Map<string, GalleryLine> {
  return new Map(
    [...page.matchAll(section)].map(([, name = '', address = '', became = '']) => {
      const known = Object.keys(words).find((outcome) => words[outcome] === became);
      return [name, { address, outcome: known ?? became.replace('not inserted: ', '') }];
    }),
  );
}

type Named = readonly { readonly name: string }[];

/** docs/console-gallery.md */
export function consoleGalleryPage(
  groups: { readonly 'with a recipe': Named; readonly without: Named },
  lines: ReadonlyMap<string, GalleryLine>,
): string {
  const sections = (consoles: Named) =>
    consoles
      .flatMap(({ name }) => {
        const line = lines.get(name);
        return line === undefined ? [] : sectionOf(name, line);
      })
      .join('\n');
  return `# Consoles, read and written into

Made by \`npm run console-gallery\`: the built extension on pages of the same shape as the consoles, at
such addresses but answered on this machine. The pages carry no styles of the consoles; each shows that
the customer is heard and where the answer goes. What is known of each console is in
[consoles.md](consoles.md).

## With a recipe

From tests/fixtures/consoles.

${sections(groups['with a recipe'])}
## Without one

Shapes that no recipe knows, from tests/fixtures/unknown-consoles; how well they are read is in
[generic-reader.md](generic-reader.md).

${sections(groups.without)}`;
}

function sectionOf(name: string, { address, outcome }: GalleryLine): string {
  const became = words[outcome] ?? `not inserted: ${outcome}`;
  return `### ${name}\n\n${address} · the answer is ${became}\n\n![${name}](console-gallery/${name}.png)\n`;
}
