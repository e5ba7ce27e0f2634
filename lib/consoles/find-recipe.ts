import type { Recipe } from '../protocol/recipe';

type Matched = { readonly match: Recipe['match'] };

const longestAddress = 500;

/**
 * The first recipe that fits the page: its `match.url` is found in the address and all of its
 * `match.elements` are there. One without either fits nothing.
 * @param address origin, path and hash
 */
export function findRecipe<Known extends Matched>(
  recipes: readonly Known[],
  document: Document,
  address: string,
): Known | undefined {
  return recipes.find((recipe) => fits(recipe, document, address.slice(0, longestAddress)));
}

function fits({ match }: Matched, document: Document, address: string): boolean {
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
