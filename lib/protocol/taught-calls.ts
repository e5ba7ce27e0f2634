import * as v from 'valibot';
import { consoleHealthSchema } from './console-health';
import { mostShared, teamRecipeSchema } from './hub-recipes';
import { recipeSchema } from './recipe';

const key = v.pipe(v.string(), v.maxLength(300));
const recipeId = v.pipe(v.string(), v.maxLength(40));

/** A recipe that a person of this team has taught. */
export const taughtSchema = v.strictObject({
  recipe: recipeSchema,
  /** When it was taught or brought in, in ms since 1970. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The conversation that it was made on, until it has proven right on a second one. */
  madeOn: v.nullable(key),
});
export type TaughtRecipe = v.InferOutput<typeof taughtSchema>;

export const mostTaught = 60;
export const mostHealth = 100;
/** A recipe takes one or two kB; what is far longer is none. */
export const longestRecipeFile = 40_000;

/** What is wrong with a file that is to be a recipe. A closed list; the settings have words for each. */
export const recipeFileProblems = [
  'not-json',
  'not-a-recipe',
  'too-wide',
  'pattern',
  'opens',
] as const;
export type RecipeFileProblem = (typeof recipeFileProblems)[number];

export const taughtSettingFields = {
  taught: v.pipe(v.array(taughtSchema), v.maxLength(mostTaught)),
  /** Shared by the team; kept with its answers, and never changed here. */
  teamRecipes: v.pipe(v.array(teamRecipeSchema), v.maxLength(mostShared)),
  health: v.pipe(v.array(consoleHealthSchema), v.maxLength(mostHealth)),
  /** The host on whose page teaching is to begin as soon as it is in front; empty for none. */
  teachNext: key,
};

const done = v.strictObject({ outcome: v.picklist(['done', 'gone']) });

const shared = v.strictObject({
  /** `conflict`: the team has as many as it can have. */
  outcome: v.picklist(['done', 'gone', 'refused', 'conflict', 'unreachable']),
});

/** What a supervisor does with the team's recipes. */
export const sharedRecipeCalls = {
  'recipe.share': { params: v.strictObject({ id: recipeId }), result: shared },
  'recipe.take-back': { params: v.strictObject({ id: recipeId }), result: shared },
} as const;

/** What people do with taught recipes. Every change is told as a change of the settings. */
export const taughtCalls = {
  /** In place of the one with its id. */
  'taught.keep': {
    params: v.strictObject({ recipe: recipeSchema, madeOn: key }),
    result: v.strictObject({ outcome: v.literal('done') }),
  },
  'taught.confirm': { params: v.strictObject({ id: recipeId }), result: done },
  'taught.rename': {
    params: v.strictObject({
      id: recipeId,
      name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
    }),
    result: done,
  },
  'taught.delete': { params: v.strictObject({ id: recipeId }), result: done },
  'taught.import': {
    params: v.strictObject({ content: v.pipe(v.string(), v.maxLength(longestRecipeFile)) }),
    result: v.variant('outcome', [
      v.strictObject({ outcome: v.literal('done'), name: v.string() }),
      v.strictObject({ outcome: v.literal('refused'), why: v.picklist(recipeFileProblems) }),
    ]),
  },
  /** Replaces what is known of this console on this host. */
  'health.note': { params: consoleHealthSchema, result: v.null() },
} as const;
