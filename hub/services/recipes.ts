import * as v from 'valibot';
import { mostShared } from '../../lib/protocol/most-recipes.ts';
import type { Recipe } from '../../lib/protocol/recipe.ts';
import { big, type Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import type { Member } from './members.ts';
import { Refusal } from './refusal.ts';
import { newId } from './secrets.ts';

const markRow = v.object({ mark: v.nullable(v.string()) });
const json = v.pipe(
  v.string(),
  v.transform((text): unknown => JSON.parse(text)),
);
const sharedRow = v.object({ recipe: json, by: v.string(), at: big });
const idRow = v.object({ id: v.string() });

/** By what a machine sees whether it has the organisation's recipes as they are. */
export async function recipesMark(sql: Sql, organisation: string): Promise<string | null> {
  const text = 'select recipes as mark from organisation where id = $1';
  const [row] = await sql.rows(markRow, text, [organisation]);
  return row?.mark ?? null;
}

/** The organisation's recipes with their mark, the newest first. */
export function sharedRecipes({ database }: Hub, { organisation }: Member) {
  return database.transaction(async (sql) => ({
    // Read before them: a change in between is then seen as one, and asked for again.
    mark: await recipesMark(sql, organisation),
    recipes: await sql.rows(
      sharedRow,
      `select body as recipe, person.name as by, recipe.at as at
       from recipe join person on person.id = recipe.person
       where recipe.organisation = $1 order by recipe.at desc, recipe.id`,
      [organisation],
    ),
  }));
}

/** Gives a recipe to the whole organisation, in the place of the one with its id. */
export async function shareRecipe(hub: Hub, by: Member, recipe: Recipe): Promise<void> {
  await changeRecipes(hub, by, async (sql) => {
    const held = await sql.rows(idRow, 'select id from recipe where organisation = $1', [
      by.organisation,
    ]);
    if (held.length >= mostShared && held.every(({ id }) => id !== recipe.id)) {
      throw new Refusal(409, `There are ${mostShared} recipes: take one back first`);
    }
    await sql.run(
      `insert into recipe (organisation, id, body, person, at) values ($1, $2, $3, $4, $5)
       on conflict (organisation, id) do update
         set body = excluded.body, person = excluded.person, at = excluded.at`,
      [by.organisation, recipe.id, JSON.stringify(recipe), by.person, hub.now()],
    );
    return { deed: 'shared recipe', recipe };
  });
}

/** Takes a recipe from every machine of the organisation. */
export async function takeBackRecipe(hub: Hub, by: Member, id: string): Promise<void> {
  await changeRecipes(hub, by, async (sql) => {
    const [gone] = await sql.rows(
      v.object({ recipe: json }),
      'delete from recipe where organisation = $1 and id = $2 returning body as recipe',
      [by.organisation, id],
    );
    if (gone === undefined) throw new Refusal(404, 'There is no such recipe');
    return { deed: 'took back recipe', recipe: gone.recipe as Recipe };
  });
}

type Done = { readonly deed: string; readonly recipe: Recipe };

async function changeRecipes(hub: Hub, by: Member, work: (sql: Sql) => Promise<Done>) {
  const mark = newId();
  await hub.database.transaction(async (sql) => {
    // First, and so one change of an organisation's recipes waits for another.
    await sql.run('update organisation set recipes = $2 where id = $1', [by.organisation, mark]);
    const { deed, recipe } = await work(sql);
    const about = `${recipe.name} (${hostOf(recipe)})`;
    await writeAudit(sql, { ...by, at: hub.now(), deed, about });
  });
  hub.tell(by.organisation, { recipes: mark });
}

const hostOf = ({ match }: Recipe) =>
  (match.url ?? '')
    .replace(/^\^https?:\/\//, '')
    .replace(/\/.*/s, '')
    .replaceAll('\\', '');
