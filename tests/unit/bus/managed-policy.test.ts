import { beforeEach, describe, expect, it, vi } from 'vitest';
import { notePolicy, policySeen } from '../../../lib/bus/managed-policy';

const kept: Record<string, unknown> = {};
let writes = 0;

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: kept[key] }),
        set: async (change: object) => {
          writes++;
          Object.assign(kept, change);
        },
        remove: async (key: string) => {
          writes++;
          delete kept[key];
        },
      },
    },
  },
}));

beforeEach(() => {
  for (const key of Object.keys(kept)) delete kept[key];
  writes = 0;
});

describe('what the next start goes by until the browser tells the policy', () => {
  it('is the language that was set last, and nothing once it is set no more', async () => {
    await notePolicy({ consoles: ['https://desk.example/*'], language: 'zh', shareText: true });
    expect(await policySeen()).toEqual({ consoles: [], language: 'zh' });
    await notePolicy({ consoles: [] });
    expect(await policySeen()).toEqual({ consoles: [] });
    expect(kept).toEqual({});
  });

  it('is written only where it changed, and so never in a browser that nobody manages', async () => {
    await notePolicy({ consoles: [] });
    expect(writes).toBe(0);
    await notePolicy({ consoles: [], language: 'en' });
    await notePolicy({ consoles: [], language: 'en' });
    expect(writes).toBe(1);
  });

  it('is nothing where something else was found in its place', async () => {
    kept['policy-language'] = { ruined: true };
    expect(await policySeen()).toEqual({ consoles: [] });
  });
});
