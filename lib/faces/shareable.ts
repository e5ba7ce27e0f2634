import type { Settings } from '../protocol/brain-calls';
import type { Role } from '../protocol/hub-sync';
import { mayDo } from '../protocol/hub-sync';
import type { TaughtRecipe } from '../protocol/taught-calls';

/**
 * Whether what was taught here can go to the team: as something new, or again in place of what it
 * has of it. Undefined where it cannot, or where the team has just this.
 */
export function shareable(
  { recipe, madeOn }: TaughtRecipe,
  { teamRecipes }: Settings,
  role: Role | null,
): 'new' | 'again' | undefined {
  if (role === null || !mayDo(role, 'supervisor') || madeOn !== null) return undefined;
  const shared = teamRecipes.find((one) => one.recipe.id === recipe.id);
  if (shared === undefined) return 'new';
  return JSON.stringify(shared.recipe) === JSON.stringify(recipe) ? undefined : 'again';
}
