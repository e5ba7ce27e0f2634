import { beforeEach, describe, expect, it, vi } from 'vitest';

type Script = { id: string; matches: string[] };
const granted = { origins: [] as string[] };
const registered = new Map<string, Script>();
const kept: Record<string, unknown> = {};
/** What a worker that was ended had asked for, done between the next one's look and its own asking. */
let underWay: (() => void) | undefined;
let fault: 'hangs' | 'fails' | undefined;
/** Here a tab's id is the site it shows. */
const startedIn: string[] = [];
const brokenTabs = new Set<string>();
/** What ends the loading of each tab that takes its time. */
const slowTabs: (() => void)[] = [];

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: kept[key] }),
        set: async (change: object) => void Object.assign(kept, change),
      },
    },
    tabs: { query: async ({ url }: { url: string[] }) => url.map((id) => ({ id })) },
    permissions: { getAll: async () => ({ origins: granted.origins }) },
    scripting: {
      executeScript: async ({ target }: { target: { tabId: string } }) => {
        if (brokenTabs.delete(target.tabId)) throw new Error('The tab was closed');
        startedIn.push(target.tabId);
        if (/slow/.test(target.tabId)) await new Promise<void>((load) => slowTabs.push(load));
      },
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        ids.flatMap((id) => registered.get(id) ?? []),
      registerContentScripts: async (scripts: Script[]) => {
        underWay?.();
        underWay = undefined;
        if (fault === 'hangs') await new Promise<never>(() => {});
        if (fault === 'fails') throw new Error('Duplicate script ID');
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error('Duplicate script ID');
          registered.set(script.id, script);
        }
      },
      updateContentScripts: async (scripts: Script[]) => {
        for (const script of scripts) {
          if (!registered.has(script.id)) throw new Error('Nonexistent script ID');
          registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) if (!registered.delete(id)) throw new Error('Nonexistent script ID');
      },
    },
  },
}));
const { registerConsoleScript, sitePattern } = await import('../../../lib/bus/console-sites');

/** The sites of the console script, and of the one that runs before it, if they are others. */
const sites = () => {
  const all = [...registered.values()].map(({ matches }) => JSON.stringify(matches));
  return [...new Set(all)].map((one) => JSON.parse(one) as string[]);
};

describe('the console script', () => {
  beforeEach(() => {
    granted.origins = [];
    registered.clear();
    for (const key of Object.keys(kept)) delete kept[key];
    startedIn.length = 0;
  });

  it('is registered nowhere before a site is switched on', async () => {
    await registerConsoleScript();
    expect(sites()).toEqual([]);
  });

  it('runs on exactly the granted sites as they come and go', async () => {
    granted.origins = ['https://a.example/*'];
    await registerConsoleScript();
    expect(sites()).toEqual([['https://a.example/*']]);
    granted.origins = ['https://a.example/*', 'https://b.example/*'];
    await registerConsoleScript();
    expect(sites()).toEqual([['https://a.example/*', 'https://b.example/*']]);
    granted.origins = ['https://b.example/*'];
    await registerConsoleScript();
    expect(sites()).toEqual([['https://b.example/*']]);
    granted.origins = [];
    await registerConsoleScript();
    expect(sites()).toEqual([]);
  });

  it('may be registered twice at the same time', async () => {
    granted.origins = ['https://a.example/*'];
    await Promise.all([registerConsoleScript(), registerConsoleScript()]);
    expect(sites()).toEqual([['https://a.example/*']]);
  });

  it('may be registered by the service worker and the popup at the same time', async () => {
    vi.resetModules();
    const popup = await import('../../../lib/bus/console-sites');
    granted.origins = ['https://a.example/*'];
    await Promise.all([registerConsoleScript(), popup.registerConsoleScript()]);
    expect(sites()).toEqual([['https://a.example/*']]);
    expect(startedIn).toContain('https://a.example/*');
  });

  it('is registered for the next site while a tab of the first still loads', async () => {
    granted.origins = ['https://slow.example/*'];
    const first = registerConsoleScript();
    await vi.waitFor(() => expect(slowTabs).toHaveLength(1), 10_000);
    granted.origins = [];
    await registerConsoleScript();
    expect(sites()).toEqual([]);
    for (const load of slowTabs.splice(0)) load();
    await first;
    // Switched on again, it starts there again.
    granted.origins = ['https://slow.example/*'];
    const second = registerConsoleScript();
    await vi.waitFor(() => expect(slowTabs).toHaveLength(1), 10_000);
    for (const load of slowTabs.splice(0)) load();
    await second;
  });

  it('runs in frames and in windows that a page writes, and early where keys are listened for', async () => {
    granted.origins = ['https://a.example/*'];
    await registerConsoleScript();
    const everywhere = { allFrames: true, matchOriginAsFallback: true };
    expect([...registered.values()]).toMatchObject([
      { id: 'early', runAt: 'document_start', ...everywhere },
      { id: 'console', runAt: 'document_idle', ...everywhere },
    ]);
  });

  it('is joined by the early one where an older Cuecard has registered it alone', async () => {
    granted.origins = ['https://a.example/*'];
    registered.set('console', { id: 'console', matches: granted.origins });
    await registerConsoleScript();
    expect([...registered.keys()].sort()).toEqual(['console', 'early']);
  });

  it('starts in the open tabs of a site once, and not again after an update', async () => {
    granted.origins = ['https://a.example/*'];
    await registerConsoleScript();
    granted.origins = ['https://a.example/*', 'https://b.example/*'];
    await registerConsoleScript();
    await registerConsoleScript();
    expect(startedIn).toEqual(['https://a.example/*', 'https://b.example/*']);
    // The browser forgets what was registered; the tabs have a panel that asks for a refresh.
    registered.clear();
    await registerConsoleScript();
    expect(sites()).toEqual([granted.origins]);
    expect(startedIn).toHaveLength(2);
  });

  it('starts in the open tabs of a site that is switched on a second time', async () => {
    granted.origins = ['https://a.example/*'];
    await registerConsoleScript();
    granted.origins = [];
    await registerConsoleScript();
    granted.origins = ['https://a.example/*'];
    await registerConsoleScript();
    expect(startedIn).toEqual(['https://a.example/*', 'https://a.example/*']);
  });

  it('goes on where it was cut short between registering and starting', async () => {
    granted.origins = ['https://a.example/*'];
    registered.set('console', { id: 'console', matches: granted.origins });
    await registerConsoleScript();
    expect(startedIn).toEqual(['https://a.example/*']);
  });

  it('is registered and started although a worker that was ended is still registering it', async () => {
    granted.origins = ['https://a.example/*', 'https://b.example/*'];
    const matches = ['https://a.example/*'];
    underWay = () => {
      for (const id of ['early', 'console']) registered.set(id, { id, matches });
    };
    await registerConsoleScript();
    expect(sites()).toEqual([granted.origins]);
    expect(startedIn).toEqual(granted.origins);
  });

  it.each(['hangs', 'fails'] as const)(
    'is started in the open tabs although its registering %s, and registered by the next',
    async (kind) => {
      granted.origins = ['https://a.example/*'];
      fault = kind;
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const ended = expect(registerConsoleScript()).rejects.toThrow();
      await vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(1_000);
        expect(startedIn).toEqual(granted.origins);
      }, 30_000);
      await vi.advanceTimersByTimeAsync(60_000);
      await ended;
      vi.useRealTimers();
      fault = undefined;
      await registerConsoleScript();
      expect(sites()).toEqual([granted.origins]);
      expect(startedIn).toEqual(granted.origins);
    },
  );

  it('is started again, whoever comes next, in a tab where it could not be', async () => {
    granted.origins = ['https://a.example/*', 'https://b.example/*'];
    brokenTabs.add('https://a.example/*');
    await registerConsoleScript();
    expect(startedIn).toEqual(['https://b.example/*']);
    await registerConsoleScript();
    await registerConsoleScript();
    expect(startedIn).toEqual(['https://b.example/*', 'https://a.example/*']);
  });

  it('is asked for one host only, whatever the page', () => {
    expect(sitePattern(new URL('https://x.example:8443/a?b#c'))).toBe('https://x.example/*');
  });
});
