import { browser } from 'wxt/browser';
import type { SiteSwitch } from '../domain/site-switch';
import { sitePattern } from './console-sites';

/** The switch for the page of the active tab. Reads its address by the `activeTab` permission. */
export async function openSiteSwitch(): Promise<SiteSwitch> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return siteSwitchOf(tab?.url);
}

/** The switch for a page by its address, as far as that is known. */
export async function siteSwitchOf(address: string | undefined): Promise<SiteSwitch> {
  const url = address ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return { host: undefined, isOn: false, turn: async () => false };
  }
  const origins = [sitePattern(url)];
  return {
    host: url.host,
    isOn: await browser.permissions.contains({ origins }),
    // Asked for straight from the click, else the browser refuses to ask the person.
    turn: async (on) => {
      if (!on) return !(await browser.permissions.remove({ origins }));
      return browser.permissions.request({ origins });
    },
  };
}
