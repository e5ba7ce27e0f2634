import { createContext, use } from 'react';
import type { PanelActions } from '../../lib/faces/panel-actions';
import type { PanelState } from '../../lib/faces/panel-state';
import type { PanelStore } from '../../lib/faces/panel-store';
import type { TeamStore } from '../../lib/faces/team-store';
import { usePanelState } from '../../lib/faces/use-panel-state';
import {
  type PluralKey,
  type TextKey,
  translate,
  translatePlural,
  type Values,
} from '../../lib/i18n/translate';
import { resolveLanguage, type UiLanguage } from '../../lib/i18n/ui-language';

export const PanelContext = createContext<PanelStore | undefined>(undefined);

export type Panel = {
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly now: () => number;
  readonly team: TeamStore;
  readonly language: UiLanguage;
  readonly t: (key: TextKey, values?: Values) => string;
  readonly tn: (key: PluralKey, count: number, values?: Values) => string;
};

/** The panel's state, what can be done, and its words. Only inside a `PanelContext`. */
export function usePanel(): Panel {
  const store = use(PanelContext);
  if (store === undefined) throw new Error('usePanel needs a PanelContext around it');
  const state = usePanelState(store);
  const language = resolveLanguage(state.settings.language, navigator.language);
  return {
    state,
    actions: store.actions,
    now: store.now,
    team: store.team,
    language,
    t: (key, values) => translate(language, key, values),
    tn: (key, count, values) => translatePlural(language, key, count, values),
  };
}
