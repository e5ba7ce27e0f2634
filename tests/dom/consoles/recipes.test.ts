import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { findRecipe } from '../../../lib/consoles/find-recipe';
import { readConversation } from '../../../lib/consoles/read/read-conversation';
import { bundledRecipes } from '../../../lib/consoles/recipes';
import { conversationSchema } from '../../../lib/protocol/conversation-schema';
import { recipeSchema } from '../../../lib/protocol/recipe';
import { isShown, mustFindRecipe, showPage } from './page';

const recipeFolder = 'lib/consoles/recipes';
const fixtureFolder = 'tests/fixtures/consoles';
const recipeFiles = readdirSync(recipeFolder);
const fixtures = readdirSync(fixtureFolder).map((name) => ({ name, ...readFixture(name) }));

const expectedSchema = v.strictObject({
  recipe: v.string(),
  address: v.pipe(v.string(), v.url()),
  conversation: conversationSchema,
});

function readFixture(name: string) {
  const read = (file: string) => readFileSync(join(fixtureFolder, name, file), 'utf8');
  return { page: read('page.html'), expected: JSON.parse(read('expected.json')) as unknown };
}

describe.each(recipeFiles)('the recipe %s', (file) => {
  const recipe = JSON.parse(readFileSync(join(recipeFolder, file), 'utf8')) as unknown;

  test('fits the schema and bears its file’s name', () => {
    expect(`${v.parse(recipeSchema, recipe).id}.json`).toBe(file);
  });

  test('is bundled as it stands', () => {
    expect(bundledRecipes).toContainEqual(recipe);
  });

  test('has a saved page to prove it', () => {
    const proven = fixtures.map(
      ({ expected }) => `${v.parse(expectedSchema, expected).recipe}.json`,
    );
    expect(proven).toContain(file);
  });
});

describe.each(fixtures)('the saved page $name', ({ page, expected: raw }) => {
  const expected = v.parse(expectedSchema, raw);

  test('is recognised by its recipe and no other', () => {
    showPage(page);
    const fitting = bundledRecipes.filter((recipe) =>
      findRecipe([recipe], document, expected.address),
    );
    expect(fitting.map((recipe) => recipe.id)).toEqual([expected.recipe]);
  });

  test('is read as expected', () => {
    showPage(page);
    const here = { document, location: new URL(expected.address) } as unknown as Window;
    const conversation = readConversation(mustFindRecipe(expected.recipe), here, isShown);
    expect(conversation).toEqual(expected.conversation);
  });
});
