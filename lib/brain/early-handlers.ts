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
  // Read before anybody asks: later the brain may be busy, and no panel is shown without them. Only
  // a whole brain changes them, and that one tells them itself.
  const reading = Promise.all([store.readSettings(), store.readTeam()]);
  reading.catch(() => {});
  return {
    'settings.read': async () => {
      const [settings, { recipes }] = await reading;
      return { ...defaultSettings, ...settings, teamRecipes: [...(recipes?.list ?? [])] };
    },
  };
}
