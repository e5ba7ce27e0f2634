import { beforeEach, describe, expect, it } from 'vitest';
import type { ActiveTab } from '../../../lib/domain/site-switch';
import { createPanelStore } from '../../../lib/faces/panel-store';
import { createSidePanelStore, type SidePanelStore } from '../../../lib/faces/side-panel-store';
import { FakeBrain } from './support/fake-brain';
import { FakeConsole } from './support/fake-console';
import { noon } from './support/samples';

let tell: (tab: ActiveTab | undefined) => void;
let side: SidePanelStore;
let scripts: Map<number, { console: FakeConsole; gone: () => void; isClosed: boolean }>;

const site = (isOn: boolean, host: string | undefined = 'desk.example') => ({
  host,
  isOn,
  turn: async () => true,
});
const tab = (id: number, isOn = true): ActiveTab => ({ id, site: site(isOn) });
const kind = () => side.getState().kind;
const panelStore = () => {
  const view = side.getState();
  return view.kind === 'panel' ? view.store : undefined;
};

beforeEach(() => {
  scripts = new Map();
  side = createSidePanelStore({
    watchTab: (listener) => {
      tell = listener;
    },
    openLink: async (tabId) => {
      const script = scripts.get(tabId);
      if (script === undefined) throw new Error('nobody there');
      return {
        console: script.console,
        onGone: (listener) => {
          script.gone = listener;
        },
        close: () => {
          script.isClosed = true;
        },
      };
    },
    makePanel: (console) =>
      createPanelStore({
        brain: new FakeBrain(),
        console,
        surface: 'side',
        platform: 'windows',
        now: () => noon,
      }),
    knockAgainMs: 1,
  });
});

function script(tabId: number) {
  const made = { console: new FakeConsole(), gone: () => {}, isClosed: false };
  scripts.set(tabId, made);
  return made;
}

describe('the side panel', () => {
  it('says that a site is off, and connects when it is switched on', async () => {
    tell(tab(1, false));
    expect(side.getState()).toMatchObject({ kind: 'off', site: { host: 'desk.example' } });
    script(1);
    tell(tab(1));
    await expect.poll(kind).toBe('panel');
  });

  it('knocks until the page has loaded, and says so when nobody answers for long', async () => {
    tell(tab(1));
    expect(kind()).toBe('connecting');
    await expect.poll(kind).toBe('silent');
    script(1);
    await expect.poll(kind).toBe('panel');
  });

  it('keeps a tab’s panel while another tab is in front', async () => {
    script(1);
    script(2);
    tell(tab(1));
    await expect.poll(kind).toBe('panel');
    const first = panelStore();
    tell(tab(2));
    await expect.poll(() => panelStore() !== undefined && panelStore() !== first).toBe(true);
    tell(tab(1));
    expect(panelStore()).toBe(first);
  });

  it('begins anew when the page in the tab is another one', async () => {
    const before = script(1);
    tell(tab(1));
    await expect.poll(kind).toBe('panel');
    const first = panelStore();
    script(1);
    before.gone();
    await expect.poll(() => panelStore() !== undefined && panelStore() !== first).toBe(true);
  });

  it('lets go of a tab whose site was switched off', async () => {
    const held = script(1);
    tell(tab(1));
    await expect.poll(kind).toBe('panel');
    tell(tab(1, false));
    expect(kind()).toBe('off');
    expect(held.isClosed).toBe(true);
  });

  it('has no host to name where the browser tells none', () => {
    tell(undefined);
    expect(side.getState()).toMatchObject({ kind: 'off', site: { host: undefined } });
  });
});
