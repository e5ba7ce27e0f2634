import type { Brain, ResultOf } from '../protocol/brain-calls';
import type { Recipe } from '../protocol/recipe';
import { longestRecipeFile, type RecipeFileProblem } from '../protocol/taught-calls';
import { copyText } from './copy-text';
import { saveFile } from './save-file';

export type BroughtIn =
  | { readonly outcome: 'done'; readonly name: string }
  | { readonly outcome: 'refused'; readonly why: RecipeFileProblem };

/** What a person may do with the recipes that were taught. Each rejects when it fails. */
export type RecipeDesk = {
  save(recipe: Recipe): void;
  copy(recipe: Recipe): Promise<void>;
  bringIn(content: string): Promise<BroughtIn>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Gives it to everybody in the team. */
  share(id: string): Promise<ResultOf<'recipe.share'>['outcome']>;
  /** Takes it from everybody in the team. */
  takeBack(id: string): Promise<ResultOf<'recipe.take-back'>['outcome']>;
};

const written = (recipe: Recipe) => `${JSON.stringify(recipe, null, 2)}\n`;

export function makeRecipeDesk(
  brain: Brain,
  tools: { readonly save: typeof saveFile; readonly copy: typeof copyText } = {
    save: saveFile,
    copy: copyText,
  },
): RecipeDesk {
  return {
    save(recipe) {
      const bytes = new TextEncoder().encode(written(recipe));
      tools.save(`${recipe.id}.json`, 'application/json', bytes);
    },
    copy: (recipe) => tools.copy(written(recipe)),
    async bringIn(content) {
      if (content.length > longestRecipeFile) return { outcome: 'refused', why: 'not-a-recipe' };
      return brain.call('taught.import', { content });
    },
    async rename(id, name) {
      await brain.call('taught.rename', { id, name });
    },
    async remove(id) {
      await brain.call('taught.delete', { id });
    },
    share: async (id) => (await brain.call('recipe.share', { id })).outcome,
    takeBack: async (id) => (await brain.call('recipe.take-back', { id })).outcome,
  };
}
