import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { consoleNotesSchema } from '../../../docs/consoles-page';
import { conversationSchema } from '../../../lib/protocol/conversation-schema';
import { lintPattern } from '../../../lib/protocol/lint-pattern';
import { hostOnlySchema, recipeSchema } from '../../../lib/protocol/recipe';
import { fixtureEntrySchema } from '../../support/fixture-entry';

export const expectedSchema = v.strictObject({
  recipe: v.string(),
  address: v.pipe(v.string(), v.url()),
  conversation: conversationSchema,
  /** Of a page with a reply box. */
  entry: v.optional(fixtureEntrySchema),
});

/** Keys under which a recipe holds words and names; every other string is a selector. */
const noSelectors = new Set(
  'id name on standing url regex from attribute unit order skip customerSide'.split(' '),
);

/**
 * What is wrong with one recipe and what belongs to it; empty when nothing is. Whether it reads its
 * page rightly, and alone, is asked by the tests.
 * @param root the checkout
 */
export function lintRecipe(root: string, id: string): string[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const isHostOnly = existsSync(join(root, `lib/consoles/hosts/${id}.json`));
  const recipeFile = `lib/consoles/${isHostOnly ? 'hosts' : 'recipes'}/${id}.json`;
  const fixture = `tests/fixtures/consoles/${id}`;
  const raw = JSON.parse(read(recipeFile)) as unknown;
  const problems: string[] = [];
  const say = (where: string, what: string) => problems.push(`${where}: ${what}`);

  const parsed = v.safeParse(isHostOnly ? hostOnlySchema : recipeSchema, raw);
  for (const issue of parsed.issues ?? []) {
    say(recipeFile, `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`);
  }
  const checked = parsed.success && 'checked' in parsed.output ? parsed.output.checked : undefined;
  if (checked && !v.is(v.pipe(v.string(), v.isoDate()), checked.on)) {
    say(recipeFile, `“${checked.on}” is no day`);
  }
  if (parsed.success && parsed.output.id !== id)
    say(recipeFile, `says its id is ${parsed.output.id}`);
  if (
    v.is(v.object({ order: v.literal('by-time'), time: v.undefined() }), {
      time: undefined,
      ...(raw as object),
    })
  ) {
    say(recipeFile, 'order by-time needs a time');
  }
  for (const { key, text } of stringsIn(raw)) {
    if (key === 'url' || key === 'regex') {
      for (const problem of lintPattern(text)) say(recipeFile, problem);
    } else if (!noSelectors.has(key) && !isSelector(text)) {
      say(recipeFile, `“${text}” is no selector`);
    }
  }

  const files = [
    `${fixture}/notes.json`,
    ...(isHostOnly ? [] : [`${fixture}/page.html`, `${fixture}/expected.json`]),
  ];
  for (const file of files.filter((name) => !existsSync(join(root, name)))) say(file, 'is missing');
  const there = files.filter((name) => existsSync(join(root, name)));
  for (const file of [recipeFile, ...there]) {
    if (read(file).includes('TODO')) say(file, 'TODO is left in it');
  }
  const notes = files.slice(0, 1).filter((file) => there.includes(file));
  for (const file of notes) {
    const { issues } = v.safeParse(consoleNotesSchema, JSON.parse(read(file)));
    for (const { message } of issues ?? []) say(file, message);
  }
  return problems;
}

function isSelector(text: string): boolean {
  try {
    document.createElement('div').querySelector(text);
    return true;
  } catch {
    return false;
  }
}

function stringsIn(value: unknown, key = ''): { readonly key: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((inner) => stringsIn(inner, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => stringsIn(inner, name));
}
