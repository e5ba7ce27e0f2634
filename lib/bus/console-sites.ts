import * as v from 'valibot';
import { browser } from 'wxt/browser';

const scriptId = 'console';
const scriptFile = '/console.js';
/**
 * The sites whose open tabs were seen to when they were switched on. Not so after an update: the
 * tabs of before have a panel that asks for a refresh.
 */
const startedKey = 'sites-started';

/** The match pattern that stands for all pages of a site, as permissions are asked and kept. */
export const sitePattern = (url: URL) => `${url.protocol}//${url.hostname}/*`;

let lastRun: Promise<void> = Promise.resolve();

/**
 * Makes the browser run the console script on exactly the sites that Cuecard was switched on for:
 * those whose host permission it holds, in the tabs that are open and in those to come. The
 * permission is the only record, so the two cannot differ: a run that was cut short, as the browser
 * may end the service worker at any time, is made good by the next.
 * Runs that are asked for at the same time follow each other.
 */
export function registerConsoleScript(): Promise<void> {
  const run = lastRun.then(matchPermissions);
  lastRun = run.catch(() => {});
  return run;
}

async function matchPermissions(): Promise<void> {
  const { origins: matches = [] } = await browser.permissions.getAll();
  await registerFor(matches);
  const { [startedKey]: known } = await browser.storage.local.get(startedKey);
  const started = v.is(v.array(v.string()), known) ? known : [];
  const added = matches.filter((match) => !started.includes(match));
  if (added.length === 0 && started.length === matches.length) return;
  if (added.length > 0) await startInOpenTabs(added);
  await browser.storage.local.set({ [startedKey]: matches });
}

async function registerFor(matches: string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (matches.length === 0) {
    if (registered.length > 0)
      await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  const script = {
    id: scriptId,
    js: [scriptFile],
    matches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Runs the console script in the open tabs of sites that were just switched on. */
async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: id }, files: [scriptFile] }),
    ),
  );
}
