import { beforeEach, describe, expect, it, vi } from 'vitest';

type Script = { id: string; matches: string[] };
const granted = { origins: [] as string[] };
const registered = new Map<string, Script>();

vi.mock('wxt/browser', () => ({
  browser: {
    permissions: { getAll: async () => ({ origins: granted.origins }) },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        ids.flatMap((id) => registered.get(id) ?? []),
      registerContentScripts: async ([script]: [Script]) => {
        if (registered.has(script.id)) throw new Error('Duplicate script ID');
        registered.set(script.id, script);
      },
      updateContentScripts: async ([script]: [Script]) => {
        if (!registered.has(script.id)) throw new Error('Nonexistent script ID');
        registered.set(script.id, script);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) if (!registered.delete(id)) throw new Error('Nonexistent script ID');
      },
    },
  },
}));
const { registerConsoleScript, sitePattern } = await import('../../../lib/bus/console-sites');

const sites = () => [...registered.values()].map(({ matches }) => matches);

describe('the console script', () => {
  beforeEach(() => {
    granted.origins = [];
    registered.clear();
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

  it('is asked for one host only, whatever the page', () => {
    expect(sitePattern(new URL('https://x.example:8443/a?b#c'))).toBe('https://x.example/*');
  });
});
