import * as v from 'valibot';
import { lintPattern } from './lint-pattern';
import { ownPatterns } from './page-patterns';
import { type Recipe, recipeSchema } from './recipe';
import type { RecipeFileProblem } from './taught-calls';

type Read =
  | { readonly ok: true; readonly recipe: Recipe }
  | { readonly ok: false; readonly why: RecipeFileProblem };

const refused = (why: RecipeFileProblem): Read => ({ ok: false, why });

/** A recipe that somebody else has sent, as the text of a file. */
export function readRecipeFile(content: string): Read {
  try {
    return readForeignRecipe(JSON.parse(content));
  } catch {
    return refused('not-json');
  }
}

/**
 * A recipe that was made elsewhere. It is for one site only, cannot make a page slow, and cannot
 * press anything: `open` clicks, and what it clicks is for the package alone to say.
 */
export function readForeignRecipe(raw: unknown): Read {
  const parsed = v.safeParse(recipeSchema, raw);
  if (!parsed.success) return refused('not-a-recipe');
  const recipe = parsed.output;
  if (recipe.open !== undefined) return refused('opens');
  if (!isOfOneSite(recipe.match.url)) return refused('too-wide');
  const isTame = patternsOf(raw).every(
    (pattern) => ownPatterns.includes(pattern) || lintPattern(pattern).length === 0,
  );
  return isTame ? { ok: true, recipe } : refused('pattern');
}

/**
 * Begins with a scheme and a whole host, every character of it meant; without the slash that ends it
 * other hosts would begin alike.
 */
function isOfOneSite(url: string | undefined): boolean {
  const start = /^\^https?:\/\/(?:[\w-]|\\\.)+(?::\d+)?\/(?![?*{])/;
  return start.test(url ?? '') && !(url ?? '').includes('|');
}

function patternsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    (name === 'regex' || name === 'url') && typeof inner === 'string' ? [inner] : patternsOf(inner),
  );
}
