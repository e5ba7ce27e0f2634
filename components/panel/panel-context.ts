import { createContext, use } from 'react';
import type { PanelActions } from '../../lib/faces/panel-actions';
import type { PanelState } from '../../lib/faces/panel-state';
import type { PanelStore } from '../../lib/faces/panel-store';
import type { TeamStore } from '../../lib/faces/team-store';
import { usePanelState } from '../../lib/faces/use-panel-state';
import { type Words, wordsIn } from '../ui/words-in';

export const PanelContext = createContext<PanelStore | undefined>(undefined);

export type Panel = Words & {
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly now: () => number;
  readonly team: TeamStore;
};

/** The panel's state, what can be done, and its words. Only inside a `PanelContext`. */
export function usePanel(): Panel {
  const store = use(PanelContext);
  if (store === undefined) throw new Error('usePanel needs a PanelContext around it');
  const state = usePanelState(store);
  const { actions, now, team } = store;
  return { state, actions, now, team, ...wordsIn(state.settings.language) };
}
