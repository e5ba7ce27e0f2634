import { createContext, use } from 'react';
import type { StudioState } from '../../lib/faces/studio-state';
import type { StudioActions, StudioStore } from '../../lib/faces/studio-store';
import type { TeamStore } from '../../lib/faces/team-store';
import { useStudioState } from '../../lib/faces/use-studio-state';
import { type Words, wordsIn } from '../ui/words-in';

export const StudioContext = createContext<StudioStore | undefined>(undefined);

export type Studio = Words & {
  readonly state: StudioState;
  readonly actions: StudioActions;
  readonly now: () => number;
  readonly team: TeamStore;
};

/** The Studio's state, what can be done, and its words. Only inside a `StudioContext`. */
export function useStudio(): Studio {
  const store = use(StudioContext);
  if (store === undefined) throw new Error('useStudio needs a StudioContext around it');
  const state = useStudioState(store);
  const { actions, now, team } = store;
  return { state, actions, now, team, ...wordsIn(state.settings.language) };
}
