import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { consoleGalleryPage } from '../../../docs/console-gallery-page';
import { fixtureConsoles } from '../../support/recipe-pages';

const groups = {
  'with a recipe': fixtureConsoles('with a recipe'),
  without: fixtureConsoles('without'),
};

describe('the console gallery', () => {
  it('has a picture of each console that can be answered, and of no other', () => {
    const names = Object.values(groups).flatMap((consoles) => consoles.map(({ name }) => name));
    expect(readdirSync('docs/console-gallery').sort()).toEqual(
      names.map((name) => `${name}.png`).sort(),
    );
  });

  it('says of each what the command would', () => {
    expect(readFileSync('docs/console-gallery.md', 'utf8')).toBe(consoleGalleryPage(groups));
  });
});
