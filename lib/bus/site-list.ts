import { browser } from 'wxt/browser';
import type { SiteList } from '../domain/site-switch';

/** The sites that Cuecard is switched on for: those whose permission it holds, and no other list. */
export const siteList: SiteList = {
  async read() {
    const { origins = [] } = await browser.permissions.getAll();
    return origins.map((pattern) => ({ pattern, host: hostOf(pattern) }));
  },
  turnOn: (pattern) =>
    browser.permissions.request({ origins: [pattern] }).then(
      (isGiven) => isGiven,
      () => false,
    ),
  turnOff: (pattern) =>
    browser.permissions.remove({ origins: [pattern] }).then(
      (isRemoved) => isRemoved,
      () => false,
    ),
  onChange(listener) {
    const hear = () => listener();
    browser.permissions.onAdded.addListener(hear);
    browser.permissions.onRemoved.addListener(hear);
    return () => {
      browser.permissions.onAdded.removeListener(hear);
      browser.permissions.onRemoved.removeListener(hear);
    };
  },
};

/** `https://desk.example/*` → `desk.example`; a pattern for many sites stays as it is. */
function hostOf(pattern: string): string {
  return /^\w+:\/\/([^/*]+)\//.exec(pattern)?.[1] ?? pattern;
}
