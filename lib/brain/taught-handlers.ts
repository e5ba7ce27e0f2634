import type { Settings } from '../protocol/brain-calls';
import { mostTaught } from '../protocol/most-recipes';
import { readRecipeFile } from '../protocol/read-recipe-file';
import type { Recipe } from '../protocol/recipe';
import { mostHealth, type TaughtRecipe } from '../protocol/taught-calls';
import type { BrainHandlers } from './handlers';

type TaughtHandlers = Pick<
  BrainHandlers,
  Extract<keyof BrainHandlers, `taught.${string}` | `health.${string}`>
>;

type Parts = {
  readonly settings: () => Settings;
  /** Stores and tells. */
  readonly change: (changes: Partial<Settings>) => Promise<Settings>;
  readonly now: () => number;
};

/** Keeps the recipes that people teach, and how the consoles are doing, with the settings. */
export function taughtHandlers({ settings, change, now }: Parts): TaughtHandlers {
  let last: Promise<unknown> = Promise.resolve();
  /** Each builds on what the one before has stored: two panels may write at once. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  }

  const idOf = ({ recipe }: TaughtRecipe) => recipe.id;

  async function keep(recipe: Recipe, madeOn: string | null) {
    const before = settings().taught.find((one) => idOf(one) === recipe.id);
    const version = (before?.recipe.version ?? 0) + 1;
    const name = before?.recipe.name ?? recipe.name;
    const kept = { recipe: { ...recipe, version, name }, at: now(), madeOn };
    const others = settings().taught.filter((one) => one !== before);
    // The newest first: of two that fit a page, the later lesson counts.
    await change({ taught: [kept, ...others].slice(0, mostTaught) });
  }

  async function changeOne(id: string, to: (one: TaughtRecipe) => TaughtRecipe[]) {
    const { taught } = settings();
    if (!taught.some((one) => idOf(one) === id)) return { outcome: 'gone' } as const;
    await change({ taught: taught.flatMap((one) => (idOf(one) === id ? to(one) : [one])) });
    return { outcome: 'done' } as const;
  }

  return {
    'taught.keep': async ({ recipe, madeOn }) => {
      await inTurn(() => keep(recipe, madeOn));
      return { outcome: 'done' };
    },
    'taught.confirm': ({ id }) => inTurn(() => changeOne(id, (one) => [{ ...one, madeOn: null }])),
    'taught.rename': ({ id, name }) =>
      inTurn(() => changeOne(id, (one) => [{ ...one, recipe: { ...one.recipe, name } }])),
    'taught.delete': ({ id }) => inTurn(() => changeOne(id, () => [])),
    'taught.import': async ({ content }) => {
      const read = readRecipeFile(content);
      if (!read.ok) return { outcome: 'refused', why: read.why };
      // Whoever taught it has seen it read right; here it may still be told wrong.
      await inTurn(() => keep(read.recipe, null));
      return { outcome: 'done', name: read.recipe.name };
    },
    'health.note': async (health) => {
      const isOther = ({ host, consoleId }: typeof health) =>
        host !== health.host || consoleId !== health.consoleId;
      await inTurn(async () => {
        const others = settings().health.filter(isOther);
        await change({ health: [health, ...others].slice(0, mostHealth) });
      });
      return null;
    },
  };
}
