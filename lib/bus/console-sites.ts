import * as v from 'valibot';
import { browser } from 'wxt/browser';

const scriptFile = '/console.js';
/**
 * In every frame: a console may be put together of several. Windows that the page writes into count
 * as the page, too.
 */
const everywhere = {
  allFrames: true,
  matchOriginAsFallback: true,
  persistAcrossSessions: true,
} as const;
/** The one listens for keys before the page's own scripts do, the other does all the rest. */
const scripts = [
  { ...everywhere, id: 'early', js: ['/early.js'], runAt: 'document_start' },
  { ...everywhere, id: 'console', js: [scriptFile], runAt: 'document_idle' },
] as const;
const ids = scripts.map(({ id }) => id);
/**
 * The sites whose open tabs were seen to when they were switched on. Not so after an update: the
 * tabs of before have a panel that asks for a refresh.
 */
const startedKey = 'sites-started';
/** Between tries to register. */
const againAfterMs = [0, 50, 200, 1_000] as const;
const registeredWithinMs = 5_000;

/** The match pattern that stands for all pages of a site, as permissions are asked and kept. */
export const sitePattern = (url: URL) => `${url.protocol}//${url.hostname}/*`;

/**
 * Makes the browser run the console script on exactly the sites that Cuecard was switched on for:
 * those whose host permission it holds, in the tabs that are open and in those to come. The
 * permission is the only record, so the two cannot differ: a run that was cut short, as the browser
 * may end the service worker at any time, is made good by the next.
 */
export async function registerConsoleScript(): Promise<void> {
  // The service worker and the popup may both be at it, and the browser refuses to register a
  // script twice. Starting in a tab is not waited for by others: a page may load for long.
  const registering = navigator.locks.request('console-sites', registerGranted);
  // For pages to come. The open ones need not miss their panel because it hangs or is refused.
  await within(registeredWithinMs, registering).catch(() => {});
  const { origins = [] } = await browser.permissions.getAll();
  await startWhereNew(origins);
  await registering;
}

/**
 * A worker that the browser ended leaves its lock at once, but what it had asked for goes on: the
 * next to register finds a script that was not there when it looked.
 */
async function registerGranted(): Promise<void> {
  for (const ms of againAfterMs) {
    try {
      return await within(registeredWithinMs, registerNow());
    } catch {
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }
  await within(registeredWithinMs, registerNow());
}

/** Nobody else gets at the lock while one waits for a reply that was lost. */
function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let late: ReturnType<typeof setTimeout>;
  const silence = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`No reply within ${ms} ms`)), ms);
  });
  return Promise.race([work, silence]).finally(() => clearTimeout(late));
}

async function registerNow(): Promise<void> {
  const { origins: matches = [] } = await browser.permissions.getAll();
  await registerFor(matches);
}

async function startWhereNew(matches: string[]): Promise<void> {
  const { [startedKey]: known } = await browser.storage.local.get(startedKey);
  const started = v.is(v.array(v.string()), known) ? known : [];
  const added = matches.filter((match) => !started.includes(match));
  if (added.length === 0 && started.length === matches.length) return;
  const missed = await Promise.all(added.map(async (site) => !(await startInOpenTabs(site))));
  // What was taken back meanwhile starts anew when it is switched on again.
  const { origins = [] } = await browser.permissions.getAll();
  const still = matches.filter((match) => origins.includes(match) && !missed[added.indexOf(match)]);
  await browser.storage.local.set({ [startedKey]: still });
}

async function registerFor(matches: string[]): Promise<void> {
  const { scripting } = browser;
  const registered = (await scripting.getRegisteredContentScripts({ ids })).map(({ id }) => id);
  if (matches.length === 0) {
    if (registered.length > 0) await scripting.unregisterContentScripts({ ids: registered });
    return;
  }
  const wanted = scripts.map((script) => ({ ...script, js: [...script.js], matches }));
  const isThere = ({ id }: { readonly id: string }) => registered.includes(id);
  const added = wanted.filter((script) => !isThere(script));
  const kept = wanted.filter(isThere);
  if (kept.length > 0) await scripting.updateContentScripts(kept);
  if (added.length > 0) await scripting.registerContentScripts(added);
}

/**
 * Runs the console script in the open tabs of a site that was just switched on; whether in all. One
 * that shows it already goes on with it.
 */
async function startInOpenTabs(site: string): Promise<boolean> {
  const tabs = await browser.tabs.query({ url: [site] });
  const outcomes = await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : browser.scripting.executeScript({
            target: { tabId: id, allFrames: true },
            files: [scriptFile],
          }),
    ),
  );
  return outcomes.every(({ status }) => status === 'fulfilled');
}
