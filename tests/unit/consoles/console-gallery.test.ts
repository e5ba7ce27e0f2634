import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { consoleGalleryPage, sectionsOf } from '../../../docs/console-gallery-page';
import { fixtureConsoles } from '../../support/recipe-pages';

const groups = {
  'with a recipe': fixtureConsoles('with a recipe'),
  without: fixtureConsoles('without'),
};
const page = readFileSync('docs/console-gallery.md', 'utf8');
const lines = sectionsOf(page);

describe('the console gallery', () => {
  it.each(Object.values(groups).flat())('shows $name, written into', ({ name, address }) => {
    expect(lines.get(name)).toEqual({ address, outcome: 'inserted' });
    expect(existsSync(`docs/console-gallery/${name}.png`)).toBe(true);
  });

  it('is as the command writes it, also when it is told to take a few pictures only', () => {
    expect(consoleGalleryPage(groups, lines)).toBe(page);
  });
});
