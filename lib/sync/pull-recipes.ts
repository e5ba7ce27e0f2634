import { readTeamRecipes, recipesReplySchema } from '../protocol/hub-recipes';
import type { Store } from '../store/store';
import type { Membership } from '../store/team-rows';
import type { HubLink } from './hub-link';
import { BadCopy, parseAnswer } from './pull-base';

type Parts = { readonly store: Store; readonly link: HubLink };

/**
 * Makes this machine's copy of the team's recipes what the hub's mark stands for. They are few and
 * small, so a change brings all of them.
 */
export async function pullRecipes(
  { store, link }: Parts,
  { hub, token }: Membership,
  mark: string | null,
): Promise<void> {
  const { recipes } = await store.readTeam();
  if ((recipes?.mark ?? null) === mark) return;
  if (mark === null) return store.changeTeam({ recipes: null });
  const answer = await link.ask({ method: 'GET', url: `${hub}/v1/recipes`, token });
  if (answer.status !== 200) throw new BadCopy(`The hub answered ${answer.status}`);
  const reply = parseAnswer(recipesReplySchema, answer.text);
  const list = readTeamRecipes(reply.recipes);
  const unreadable = reply.recipes.length - list.length;
  if (unreadable > 0) console.warn(`Cuecard: ${unreadable} recipes of a team cannot be taken`);
  await store.changeTeam({ recipes: { mark: reply.mark ?? mark, list } });
}
