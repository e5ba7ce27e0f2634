import type { Settings } from '../protocol/brain-calls';
import type { PanelActions } from './panel-actions';
import type { PanelTools } from './panel-tools';

type SettingsActions = Pick<
  PanelActions,
  'setTheme' | 'setLanguage' | 'setAgentName' | 'collapse' | 'tellPlace'
>;

/** Settings change on screen at once and are kept by the brain, which tells the other faces. */
export function settingsActions(tools: PanelTools): SettingsActions {
  const { get, set, brain } = tools;

  function change(change: Partial<Settings>) {
    set({ settings: { ...get().settings, ...change } });
    brain
      .call('settings.change', change)
      .catch((error: unknown) => console.warn('Cuecard: a setting was not kept.', error));
  }

  function tellPlace() {
    const { collapsed, side, widthPx } = get().settings;
    tools.console.send({ type: 'panel.place', collapsed, side, widthPx });
  }

  return {
    setTheme: (theme) => change({ theme }),
    setLanguage: (language) => change({ language }),
    setAgentName: (agentName) => change({ agentName: agentName.slice(0, 120) }),
    collapse(collapsed) {
      change({ collapsed });
      tellPlace();
    },
    tellPlace,
  };
}
