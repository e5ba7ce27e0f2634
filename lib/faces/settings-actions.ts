import type { Place, Settings } from '../protocol/brain-calls';
import type { PanelActions } from './panel-actions';
import { allowedWidth, keepPlace, placeOf } from './panel-place';
import type { PanelTools } from './panel-tools';

type SettingsActions = Pick<
  PanelActions,
  | 'setTheme'
  | 'setLanguage'
  | 'setAgentName'
  | 'setQuiet'
  | 'setSmallTalk'
  | 'setKey'
  | 'resetKeys'
  | 'finishWelcome'
  | 'collapse'
  | 'setSide'
  | 'setPlaceIn'
  | 'setWidth'
  | 'tryWidth'
  | 'tellPlace'
>;

/** Settings change on screen at once and are kept by the brain, which tells the other faces. */
export function settingsActions(tools: PanelTools) {
  const { get, set, brain } = tools;
  const onTheirWay = new Set<Partial<Settings>>();

  function change(change: Partial<Settings>) {
    set({ settings: { ...get().settings, ...change } });
    onTheirWay.add(change);
    brain
      .call('settings.change', change)
      .catch((error: unknown) => console.warn('Cuecard: a setting was not kept.', error))
      .finally(() => onTheirWay.delete(change));
  }

  /** News of an earlier change must not set back the later ones, of which the brain does not know. */
  function hear(settings: Settings) {
    set({ settings: Object.assign({}, settings, ...onTheirWay) });
  }

  function tell({ collapsed, side, widthPx }: Place) {
    tools.console.send({ type: 'panel.place', collapsed, side, widthPx });
  }

  function move(part: Partial<Place>) {
    const place = { ...placeOf(get()), ...part };
    change(keepPlace(get().settings.places, get().consoleHost, place));
    tell(place);
  }

  const actions: SettingsActions = {
    setTheme: (theme) => change({ theme }),
    setLanguage: (language) => change({ language }),
    setAgentName: (agentName) => change({ agentName: agentName.slice(0, 120) }),
    setQuiet(quiet) {
      set({ relatedShown: false });
      change({ quiet });
    },
    setSmallTalk: (smallTalk) => change({ smallTalk }),
    setKey: (action, chord) => change({ keys: { ...get().settings.keys, [action]: chord } }),
    resetKeys: () => change({ keys: {} }),
    finishWelcome: () => change({ welcomed: true }),
    collapse: (collapsed) => move({ collapsed }),
    setSide: (side) => move({ side }),
    setPlaceIn: (host, place) => change(keepPlace(get().settings.places, host, place)),
    setWidth: (widthPx) => move({ widthPx: allowedWidth(widthPx) }),
    tryWidth: (widthPx) => tell({ ...placeOf(get()), widthPx: allowedWidth(widthPx) }),
    tellPlace: () => tell(placeOf(get())),
  };
  return { actions, hear };
}
