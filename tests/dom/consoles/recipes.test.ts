import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { consoleNotesSchema, consolesPage } from '../../../docs/consoles-page';
import { findRecipe } from '../../../lib/consoles/find-recipe';
import { knownHosts } from '../../../lib/consoles/generic/known-hosts';
import { readConversation } from '../../../lib/consoles/read/read-conversation';
import { bundledRecipes } from '../../../lib/consoles/recipes';
import { expectedSchema, lintRecipe } from './lint-recipe';
import { isShown, mustFindRecipe, showPage } from './page';

const recipeFolder = 'lib/consoles/recipes';
const fixtureFolder = 'tests/fixtures/consoles';
const idsIn = (folder: string) => readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const ids = idsIn(recipeFolder);
const hostIds = idsIn('lib/consoles/hosts');
const fixtures = readdirSync(fixtureFolder)
  .filter((name) => existsSync(join(fixtureFolder, name, 'page.html')))
  .map((name) => ({ name, ...readFixture(name) }));

function readFixture(name: string) {
  const read = (file: string) => readFileSync(join(fixtureFolder, name, file), 'utf8');
  return {
    page: read('page.html'),
    expected: v.parse(expectedSchema, JSON.parse(read('expected.json'))),
  };
}

function fitting(address: string): string[] {
  return [...bundledRecipes, ...knownHosts]
    .filter((recipe) => findRecipe([recipe], document, address))
    .map((recipe) => recipe.id);
}

test.each([...ids, ...hostIds])('%s has nothing wrong with it', (id) => {
  expect(lintRecipe('.', id)).toEqual([]);
});

test('every file is bundled', () => {
  expect(bundledRecipes.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect(knownHosts.map(({ id }) => id).sort()).toEqual(hostIds.sort());
});

describe.each(fixtures)('the page of the shape of $name', ({ page, expected }) => {
  test('is recognised by its recipe and no other', () => {
    showPage(page);
    expect(fitting(expected.address)).toEqual([expected.recipe]);
  });

  test('is read as expected', () => {
    showPage(page);
    const here = { document, location: new URL(expected.address) } as unknown as Window;
    const conversation = readConversation(mustFindRecipe(expected.recipe), here, isShown);
    expect(conversation).toEqual(expected.conversation);
  });

  test('has a key that tells its conversation from the next, and a customer who asks something', () => {
    expect(expected.conversation.key).not.toBe('only');
    expect(expected.conversation.messages.map((message) => message.role)).toContain('customer');
  });
});

describe('consoles known by their address only', () => {
  test.each(hostIds)('%s is called by its name at the address in its notes', (id) => {
    const notes = readFileSync(join(fixtureFolder, id, 'notes.json'), 'utf8');
    const { example = '' } = v.parse(consoleNotesSchema, JSON.parse(notes));
    showPage('<body></body>');
    expect(fitting(example)).toEqual([id]);
    expect(fitting(example.replace(/^https:\/\//, 'https://else.example/?'))).toEqual([]);
  });
});

test('docs/consoles.md lists what the recipes say', () => {
  expect(readFileSync('docs/consoles.md', 'utf8')).toBe(consolesPage('.'));
});
