import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ActiveTab, SiteSwitch } from '../domain/site-switch';
import type { ConsoleLink } from './console-link';
import type { PanelStore } from './panel-store';

/** What the side panel shows for the tab in front. */
export type SidePanelView =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'off'; readonly site: SiteSwitch }
  /** Switched on, but nothing answers in that tab: it was open before, or shows no page. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'panel'; readonly tabId: number; readonly store: PanelStore };

export type SidePanelStore = StoreApi<SidePanelView>;

type TabLink = {
  readonly console: ConsoleLink;
  onGone(listener: () => void): void;
  close(): void;
};

type Options = {
  readonly watchTab: (tell: (tab: ActiveTab | undefined) => void) => void;
  /** Rejects while there is no console script in the tab. */
  readonly openLink: (tabId: number) => Promise<TabLink>;
  readonly makePanel: (console: ConsoleLink) => PanelStore;
  readonly knockAgainMs?: number;
};

/** After this many knocks in vain the person is told; a page may take seconds to load. */
const knocksUntilSilent = 10;
const noSite: SiteSwitch = { host: undefined, isOn: false, turn: async () => false };

/**
 * Follows the tab in front. Each tab that was in front keeps its panel as long as its page lives,
 * so that coming back finds the unfinished edit, and the docked panel there stays aside.
 */
export function createSidePanelStore(options: Options): SidePanelStore {
  const { openLink, makePanel, knockAgainMs = 400 } = options;
  const store = createStore<SidePanelView>(() => ({ kind: 'connecting' }));
  const panels = new Map<number, { readonly panel: PanelStore; readonly link: TabLink }>();
  let front: ActiveTab | undefined;
  let knockingAt: number | undefined;

  const set = (view: SidePanelView) => store.setState(view, true);

  function show(tab: ActiveTab | undefined) {
    front = tab;
    if (tab?.site.isOn !== true) {
      if (tab !== undefined) drop(tab.id);
      set({ kind: 'off', site: tab?.site ?? noSite });
      return;
    }
    const known = panels.get(tab.id);
    if (known !== undefined) set({ kind: 'panel', tabId: tab.id, store: known.panel });
    else if (knockingAt !== tab.id) void knock(tab.id);
  }

  const isWanted = (tabId: number) =>
    knockingAt === tabId && front?.id === tabId && front.site.isOn && !panels.has(tabId);

  async function knock(tabId: number) {
    knockingAt = tabId;
    set({ kind: 'connecting' });
    for (let knocks = 1; isWanted(tabId); knocks++) {
      const link = await openLink(tabId).catch(() => undefined);
      if (link !== undefined) take(tabId, link);
      else if (knocks === knocksUntilSilent && isWanted(tabId)) set({ kind: 'silent' });
      if (isWanted(tabId)) await new Promise((done) => setTimeout(done, knockAgainMs));
    }
    if (knockingAt === tabId) knockingAt = undefined;
  }

  function take(tabId: number, link: TabLink) {
    if (panels.has(tabId)) {
      link.close();
      return;
    }
    panels.set(tabId, { panel: makePanel(link.console), link });
    if (front?.id === tabId) show(front);
    link.onGone(() => {
      if (panels.get(tabId)?.link !== link) return;
      drop(tabId);
      knockingAt = undefined;
      if (front?.id === tabId) show(front);
    });
  }

  function drop(tabId: number) {
    const known = panels.get(tabId);
    panels.delete(tabId);
    known?.panel.actions.stop();
    known?.link.close();
  }

  options.watchTab(show);
  return store;
}
