import * as v from 'valibot';
import type { Settings } from '../protocol/brain-calls';
import type { sharedRecipeCalls } from '../protocol/taught-calls';
import { askHub } from './ask-hub';
import type { BrainHandlers } from './handlers';
import type { Team } from './team';

/** The calls by which a supervisor gives what was taught here to the team, and takes it back. */
export function sharedRecipeHandlers(
  team: Team,
  settings: () => Settings,
): Pick<BrainHandlers, keyof typeof sharedRecipeCalls> {
  async function post(path: string, body: object) {
    const { membership } = team.store.team();
    const member = membership?.removed ? undefined : membership;
    const { outcome } = await askHub(team.link, member, { path, body }, v.strictObject({}));
    if (outcome !== 'told') return { outcome: outcome === 'too-old' ? 'refused' : outcome };
    // The stream tells of it, too; whoever did it sees it as soon as this is answered.
    await team.sync.sync().catch(() => {});
    team.tell();
    return { outcome: 'done' } as const;
  }

  return {
    async 'recipe.share'({ id }) {
      const taught = settings().taught.find(({ recipe }) => recipe.id === id);
      if (taught === undefined) return { outcome: 'gone' };
      // What nobody has seen right on a second conversation may be wrong for everybody.
      if (taught.madeOn !== null) return { outcome: 'refused' };
      return post('/v1/recipes', { recipe: taught.recipe });
    },
    'recipe.take-back': ({ id }) => post(`/v1/recipes/${encodeURIComponent(id)}/take-back`, {}),
  };
}
