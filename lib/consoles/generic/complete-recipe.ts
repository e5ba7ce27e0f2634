import type { Recipe } from '../../protocol/recipe';
import { type RoleSigns, roleOfRow } from '../read/read-row';
import type { ReadingPlan } from '../read/reading-plan';
import { looksLikeNoteBox } from './looks-like-note-box';
import { roleBySide } from './role-by-side';

/** What a recipe does not say, read from what the page looks like. */
export function completeRecipe(recipe: Recipe): ReadingPlan {
  return { ...withSides(recipe), isNote: looksLikeNoteBox };
}

/** Selectors go before sides. */
export function withSides<Told extends Pick<Recipe, 'roles' | 'customerSide'>>(
  told: Told,
): Told & RoleSigns {
  const { roles, customerSide } = told;
  if (customerSide === undefined) return told;
  const roleOf = (row: Element) => roleOfRow(row, { roles }) ?? roleBySide(row, customerSide);
  return { ...told, roleOf };
}
