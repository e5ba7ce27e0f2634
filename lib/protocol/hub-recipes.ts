import * as v from 'valibot';
import { readForeignRecipe } from './read-recipe-file';
import { type Recipe, recipeSchema } from './recipe';

/** A team has some consoles, not a catalogue. */
export const mostShared = 40;
/** In characters of JSON. */
const longestShared = 8_000;

const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/));
const person = v.pipe(v.string(), v.maxLength(120));
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a hub takes and what a machine takes from a hub: neither trusts the other. */
export const sharedRecipeSchema = v.pipe(
  recipeSchema,
  v.check(isShareable, 'This recipe is too long, too wide, slow, or presses something'),
);

function isShareable(recipe: Recipe): boolean {
  return JSON.stringify(recipe).length <= longestShared && readForeignRecipe(recipe).ok;
}

export const shareRecipeSchema = v.strictObject({ recipe: sharedRecipeSchema });

/** A recipe that a team gives to all its members' machines. */
export const teamRecipeSchema = v.strictObject({
  recipe: sharedRecipeSchema,
  /** Who shared it. */
  by: person,
  at: time,
});
export type TeamRecipe = v.InferOutput<typeof teamRecipeSchema>;

/** The mark is another one after every change. */
export const recipesReplySchema = v.strictObject({
  mark: v.nullable(key),
  /** Parsed one by one: what this version cannot read does not hold up the others. */
  recipes: v.pipe(v.array(v.unknown()), v.maxLength(mostShared)),
});

/** What a machine keeps of its team's recipes; what of it cannot be read is left out. */
export function readTeamRecipes(value: unknown): TeamRecipe[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    const read = v.safeParse(teamRecipeSchema, one);
    return read.success ? [read.output] : [];
  });
}
