import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consolesPage } from '../../../docs/consoles-page';
import { findRecipe } from '../../../lib/consoles/find-recipe';
import { readConversation } from '../../../lib/consoles/read/read-conversation';
import { recipeSchema } from '../../../lib/protocol/recipe';
import { expectedSchema, lintRecipe } from './lint-recipe';
import { isShown, showPage } from './page';

const root = mkdtempSync(join(tmpdir(), 'cuecard-new-console-'));
const recipeFile = 'lib/consoles/recipes/my-desk.json';
const fixture = 'tests/fixtures/consoles/my-desk';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const newConsole = (...names: string[]) =>
  spawnSync(process.execPath, ['docs/new-console.ts', ...names, '--root', root], {
    encoding: 'utf8',
  });

beforeAll(() => {
  for (const path of ['lib/consoles', 'tests/fixtures/consoles', 'docs/consoles.md']) {
    cpSync(path, join(root, path), { recursive: true });
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('npm run new-console', () => {
  test.each([
    [[], 'Say one name'],
    [['my-desk', 'other-desk'], 'Say one name'],
    [['My_Desk'], '“My_Desk” is no id'],
    [['../escape'], 'is no id'],
    [['7desk'], 'is no id'],
    [['zendesk'], 'zendesk.json is there already. Nothing was changed.'],
    [['front'], 'front.json is there already. Nothing was changed.'],
  ])('refuses %j and says why', (names, why) => {
    const before = readdirSync(join(root, 'lib/consoles/recipes'));
    const { status, stderr } = newConsole(...names);
    expect(stderr).toContain(why);
    expect(status).toBe(1);
    expect(readdirSync(join(root, 'lib/consoles/recipes'))).toEqual(before);
  });

  test('begins a console that reads its page and has nothing wrong with it but the TODOs', () => {
    const { status, stdout, stderr } = newConsole('my-desk');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain(recipeFile);

    const recipe = v.parse(recipeSchema, JSON.parse(read(recipeFile)));
    const expected = v.parse(expectedSchema, JSON.parse(read(`${fixture}/expected.json`)));
    showPage(read(`${fixture}/page.html`));
    expect(findRecipe([recipe], document, expected.address)).toBe(recipe);
    const here = { document, location: new URL(expected.address) } as unknown as Window;
    expect(readConversation(recipe, here, isShown)).toEqual(expected.conversation);

    expect(read('docs/consoles.md')).toBe(consolesPage(root));
    expect(lintRecipe(root, 'my-desk').sort()).toEqual(
      [recipeFile, `${fixture}/expected.json`, `${fixture}/notes.json`, `${fixture}/page.html`].map(
        (file) => `${file}: TODO is left in it`,
      ),
    );
  });
});

test('the lint names each thing that is wrong', () => {
  const recipe = v.parse(v.looseObject({}), JSON.parse(read(recipeFile)));
  const broken = {
    ...recipe,
    id: 'their-desk',
    row: 'li[[',
    order: 'sideways',
    match: { url: '(a+)+' },
  };
  writeFileSync(join(root, recipeFile), JSON.stringify(broken));
  rmSync(join(root, fixture), { recursive: true });
  const problems = lintRecipe(root, 'my-desk').join('\n');
  for (const words of [
    'order: Invalid type',
    '“li[[” is no selector',
    '/(a+)+/ repeats a group',
    `${fixture}/notes.json: is missing`,
    `${fixture}/page.html: is missing`,
    `${fixture}/expected.json: is missing`,
  ]) {
    expect(problems).toContain(words);
  }
  writeFileSync(
    join(root, recipeFile),
    JSON.stringify({ ...recipe, id: 'their-desk', order: 'by-time' }),
  );
  const others = lintRecipe(root, 'my-desk').join('\n');
  expect(others).toContain('says its id is their-desk');
  expect(others).toContain('order by-time needs a time');
});
