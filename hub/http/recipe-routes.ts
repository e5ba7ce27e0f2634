import { shareRecipeSchema } from '../../lib/protocol/hub-recipes.ts';
import { sharedRecipes, shareRecipe, takeBackRecipe } from '../services/recipes.ts';
import type { Route } from './routes.ts';

/** How the team's consoles are read. */
export const recipeRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/v1/recipes',
    needs: 'device',
    handle: ({ hub }, member) => sharedRecipes(hub, member),
  },
  {
    method: 'POST',
    url: '/v1/recipes',
    needs: 'supervisor',
    mostBytes: 64 * 1024,
    async handle({ hub, body }, member) {
      await shareRecipe(hub, member, body(shareRecipeSchema).recipe);
      return {};
    },
  },
  {
    method: 'POST',
    url: '/v1/recipes/:recipe/take-back',
    needs: 'supervisor',
    async handle({ hub, part }, member) {
      await takeBackRecipe(hub, member, part('recipe'));
      return {};
    },
  },
];
