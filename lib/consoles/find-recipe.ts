import type { HostOnlyRecipe, Recipe } from '../protocol/recipe';

const longestAddress = 500;

/**
 * The first recipe that fits the page: its `match.url` is found in the address and all of its
 * `match.elements` are there. One without either fits nothing.
 * @param address origin, path and hash
 */
export function findRecipe(
  recipes: readonly (Recipe | HostOnlyRecipe)[],
  document: Document,
  address: string,
): Recipe | HostOnlyRecipe | undefined {
  return recipes.find((recipe) => fits(recipe, document, address.slice(0, longestAddress)));
}

function fits(recipe: Recipe | HostOnlyRecipe, document: Document, address: string): boolean {
  const match: Recipe['match'] = recipe.match;
  if (match.url === undefined && match.elements === undefined) return false;
  try {
    return (
      (match.url === undefined || new RegExp(match.url).test(address)) &&
      (match.elements ?? []).every((selector) => document.querySelector(selector) !== null)
    );
  } catch {
    // Recipes are data: one with a bad pattern or selector fits nothing.
    return false;
  }
}
