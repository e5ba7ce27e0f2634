import { defaultSettings } from '../protocol/brain-calls';
import type { Store } from '../store/store';
import type { BrainHandlers } from './handlers';

/**
 * What a brain answers that is still taking in its knowledge: how a face is to look, and where its
 * panel is to stand. Nothing here changes anything: that waits.
 */
export function earlyHandlers(
  store: Pick<Store, 'readSettings' | 'readTeam'>,
): Partial<BrainHandlers> {
  return {
    'settings.read': async () => {
      const [settings, { recipes }] = await Promise.all([store.readSettings(), store.readTeam()]);
      return { ...defaultSettings, ...settings, teamRecipes: [...(recipes?.list ?? [])] };
    },
  };
}
