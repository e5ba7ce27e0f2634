import * as v from 'valibot';
import type { BasePoke, Poke } from '../../lib/protocol/hub-sync.ts';
import type { Sql } from '../store/sql.ts';
import { newId } from './secrets.ts';

type MarkPoke = Exclude<Poke, BasePoke>;
type DeskPoke = Exclude<MarkPoke, { readonly recipes: string }>;

const gapsId = '*gaps';
const refusedId = '*refused';
const reviewId = '*review ';
/** No base is called so: what is told of beside the bases begins with a star. */
export const recipesId = '*';
export const isMarkId = (id: string) => id.startsWith('*');

/** Under what a node notes what it told of, and the mark. */
export function markOf(poke: MarkPoke): { readonly id: string; readonly mark: string } {
  if ('recipes' in poke) return { id: recipesId, mark: poke.recipes };
  if ('gaps' in poke) return { id: gapsId, mark: poke.gaps };
  if ('refused' in poke) return { id: refusedId, mark: poke.refused };
  return { id: `${reviewId}${poke.review}`, mark: poke.mark };
}

/** What is said of a mark that another node set. */
export function pokeOfMark(id: string, mark: string): MarkPoke {
  if (id === recipesId) return { recipes: mark };
  if (id === gapsId) return { gaps: mark };
  if (id === refusedId) return { refused: mark };
  return { review: id.slice(reviewId.length), mark };
}

/**
 * Marks that the unanswered questions have changed, what no machine learns, or what is handed in of a
 * base; gives back what is told of it once the transaction is kept. Called last in it, as others of the team wait for it.
 */
export async function markDesk(
  sql: Sql,
  organisation: string,
  desk: 'gaps' | 'refused' | { readonly review: string },
): Promise<DeskPoke> {
  const mark = newId();
  const poke = pokeOf(desk, mark);
  await sql.run(
    `insert into desk_mark (organisation, desk, mark) values ($1, $2, $3)
     on conflict (organisation, desk) do update set mark = excluded.mark`,
    [organisation, markOf(poke).id, mark],
  );
  return poke;
}

function pokeOf(desk: Parameters<typeof markDesk>[2], mark: string): DeskPoke {
  if (desk === 'gaps') return { gaps: mark };
  return desk === 'refused' ? { refused: mark } : { ...desk, mark };
}

/** By what a machine sees whether it knows all that nobody of the organisation learns. */
export async function refusedMark(sql: Sql, organisation: string): Promise<string | null> {
  const [row] = await sql.rows(
    v.object({ mark: v.string() }),
    'select mark from desk_mark where organisation = $1 and desk = $2',
    [organisation, refusedId],
  );
  return row?.mark ?? null;
}
