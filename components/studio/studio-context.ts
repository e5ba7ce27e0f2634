import { createContext, use } from 'react';
import type { StudioState } from '../../lib/faces/studio-state';
import type { StudioActions, StudioStore } from '../../lib/faces/studio-store';
import type { TeamStore } from '../../lib/faces/team-store';
import { useStudioState } from '../../lib/faces/use-studio-state';
import {
  type PluralKey,
  type TextKey,
  translate,
  translatePlural,
  type Values,
} from '../../lib/i18n/translate';
import { resolveLanguage, type UiLanguage } from '../../lib/i18n/ui-language';

export const StudioContext = createContext<StudioStore | undefined>(undefined);

export type Studio = {
  readonly state: StudioState;
  readonly actions: StudioActions;
  readonly now: () => number;
  readonly team: TeamStore;
  readonly language: UiLanguage;
  readonly t: (key: TextKey, values?: Values) => string;
  readonly tn: (key: PluralKey, count: number, values?: Values) => string;
};

/** The Studio's state, what can be done, and its words. Only inside a `StudioContext`. */
export function useStudio(): Studio {
  const store = use(StudioContext);
  if (store === undefined) throw new Error('useStudio needs a StudioContext around it');
  const state = useStudioState(store);
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
