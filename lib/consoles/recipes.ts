import type { Recipe } from '../protocol/recipe';

/**
 * The consoles known from the start: every file of the folder. A test parses each with the recipe
 * schema; here they are taken as they are, so that the console script carries no schema library.
 */
export const bundledRecipes: readonly Recipe[] = Object.values(
  import.meta.glob<Recipe>('./recipes/*.json', { eager: true, import: 'default' }),
);
