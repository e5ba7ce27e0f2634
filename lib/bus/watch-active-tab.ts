import { browser } from 'wxt/browser';
import type { ActiveTab } from '../domain/site-switch';
import { siteSwitchOf } from './site-switch';

/**
 * Tells which tab is in front of this page's own window: at once, and whenever another one is, when
 * it goes to another address, and when its site is switched on or off.
 */
export function watchActiveTab(tell: (tab: ActiveTab | undefined) => void): void {
  let looks = 0;
  const look = async () => {
    const mine = ++looks;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const site = await siteSwitchOf(tab?.url);
    // Only the newest look counts: they may come back in another order.
    if (mine === looks) tell(tab?.id === undefined ? undefined : { id: tab.id, site });
  };
  const again = () => void look();
  browser.tabs.onActivated.addListener(again);
  browser.tabs.onAttached.addListener(again);
  browser.tabs.onRemoved.addListener(again);
  browser.tabs.onUpdated.addListener((_, { status, url }, { active }) => {
    if (active && (status !== undefined || url !== undefined)) again();
  });
  browser.windows.onFocusChanged.addListener(again);
  browser.permissions.onAdded.addListener(again);
  browser.permissions.onRemoved.addListener(again);
  again();
}
