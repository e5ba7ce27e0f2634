import { beforeEach, describe, expect, it, vi } from 'vitest';

const own = 'moz-extension://cuecard';

/** One of the browser's own events. */
function event() {
  const listeners = new Set<(...told: unknown[]) => void>();
  return {
    addListener: (listener: (...told: unknown[]) => void) => void listeners.add(listener),
    removeListener: (listener: (...told: unknown[]) => void) => void listeners.delete(listener),
    emit: (...told: unknown[]) => {
      for (const listener of [...listeners]) listener(...told);
    },
  };
}

/** One end of a port, as the background page holds it. */
function port(name: string, sender?: unknown) {
  const made = {
    name,
    sender,
    said: [] as unknown[],
    isClosed: false,
    onMessage: event(),
    onDisconnect: event(),
    postMessage: (message: unknown) => void made.said.push(message),
    disconnect: () => {
      made.isClosed = true;
    },
  };
  return made;
}
type Port = ReturnType<typeof port>;

const world = vi.hoisted(() => ({
  browser: {} as Record<string, unknown>,
}));
vi.mock('wxt/browser', () => world);
const { serveFrameRelay } = await import('../../../lib/bus/serve-frame-relay');

let onConnect: ReturnType<typeof event>;
let onMessage: ReturnType<typeof event>;
/** The ports that were opened into frames, and what was sent into tabs. */
let opened: { tab: number; frame: number; port: Port }[];
let sent: { tab: number; message: unknown }[];

beforeEach(() => {
  onConnect = event();
  onMessage = event();
  opened = [];
  sent = [];
  Object.assign(world.browser, {
    runtime: { id: 'cuecard', getURL: (path: string) => `${own}${path}`, onConnect, onMessage },
    tabs: {
      connect(tab: number, { frameId, name }: { frameId: number; name: string }) {
        const made = port(name);
        opened.push({ tab, frame: frameId, port: made });
        return made;
      },
      async sendMessage(tab: number, message: unknown) {
        sent.push({ tab, message });
      },
    },
  });
  serveFrameRelay();
});

const panelIn = (tab: number) => ({
  id: 'cuecard',
  origin: own,
  url: `${own}/panel.html`,
  tab: { id: tab },
  frameId: 4,
});
const knock = (sender: unknown, name = 'cuecard.relay') => {
  const made = port(name, sender);
  onConnect.emit(made);
  return made;
};
const scriptId = 'a'.repeat(32);
const word = { to: 'panels', script: scriptId };
const frameIn = (tab: number, frameId = 9) => ({
  id: 'cuecard',
  origin: 'https://frame.example',
  url: 'https://frame.example/',
  tab: { id: tab },
  frameId,
});
const used = { type: 'page.used' };
const calls = () => sent.filter(({ message }) => (message as { to: string }).to === 'docked');

describe('the background page relays', () => {
  it('to a panel what a frame of its own tab says, and to no other', () => {
    const [mine, other] = [knock(panelIn(1)), knock(panelIn(2))];
    onMessage.emit(word, frameIn(1));
    expect(opened.map(({ tab, frame }) => [tab, frame])).toEqual([[1, 9]]);
    opened[0]?.port.onMessage.emit(used);
    const said = { type: 'frame.said', frame: 9, script: scriptId, said: used };
    expect(mine.said).toContainEqual(said);
    expect(other.said).toEqual([{ type: 'relay.ready' }]);
  });

  it('to a frame what the panel of its own tab asks, whatever tab another names', () => {
    const [mine, other] = [knock(panelIn(1)), knock(panelIn(2))];
    onMessage.emit(word, frameIn(1));
    const wish = { type: 'composer.focus' };
    const asked = { type: 'frame.wish', frame: 9, script: scriptId, wish };
    other.onMessage.emit(asked);
    other.onMessage.emit({ ...asked, tab: 1 });
    expect(opened[0]?.port.said).toEqual([]);
    mine.onMessage.emit(asked);
    expect(opened[0]?.port.said).toEqual([wish]);
  });

  it.each([
    [
      'a web page’s script',
      { ...panelIn(1), origin: 'https://a.example', url: 'https://a.example/' },
    ],
    ['another extension', { ...panelIn(1), id: 'other' }],
    ['a page outside of all tabs', { ...panelIn(1), tab: undefined }],
    ['nobody', undefined],
  ])('nothing to %s', (_, sender) => {
    const stranger = knock(sender);
    onMessage.emit(word, frameIn(1));
    expect(stranger.isClosed).toBe(true);
    expect(stranger.said).toEqual([]);
    expect(opened).toEqual([]);
  });

  it('nothing over a port of another name', () => {
    const other = knock(panelIn(1), 'cuecard.side');
    onMessage.emit(word, frameIn(1));
    expect([other.isClosed, other.said.length, opened.length]).toEqual([false, 0, 0]);
  });

  it('nothing that is not a console script’s word', () => {
    const panel = knock(panelIn(1));
    onMessage.emit({ ...word, script: 'short' }, frameIn(1));
    onMessage.emit({ ...word, more: true }, frameIn(1));
    onMessage.emit(word, { ...frameIn(1), id: 'other' });
    onMessage.emit(word, frameIn(1, 0));
    expect(opened).toEqual([]);
    onMessage.emit(word, frameIn(1));
    opened[0]?.port.onMessage.emit({ type: 'insert.now' });
    opened[0]?.port.onMessage.emit({ ...used, more: true });
    expect(panel.said.map((message) => (message as { type: string }).type)).toEqual([
      'relay.ready',
      'frame.came',
    ]);
  });
});

describe('the relay of a panel', () => {
  it('ends with it: the frames are let go', () => {
    const panel = knock(panelIn(1));
    onMessage.emit(word, frameIn(1));
    panel.onDisconnect.emit();
    expect(opened[0]?.port.isClosed).toBe(true);
    const before = panel.said.length;
    onMessage.emit(word, frameIn(1, 12));
    expect([opened.length, panel.said.length]).toEqual([1, before]);
  });

  it('tells of a frame’s end', () => {
    const panel = knock(panelIn(1));
    onMessage.emit(word, frameIn(1));
    opened[0]?.port.onDisconnect.emit();
    expect(panel.said.at(-1)).toEqual({ type: 'frame.gone', frame: 9, script: scriptId });
  });
});

describe('a frame’s word', () => {
  it('calls the panel of its tab where that has let the background page sleep', () => {
    onMessage.emit(word, frameIn(1));
    expect(calls()).toEqual([{ tab: 1, message: { to: 'docked' } }]);
  });

  it('calls nobody where the panel hears it anyway', () => {
    knock(panelIn(1));
    onMessage.emit(word, frameIn(1));
    expect(calls()).toEqual([]);
  });

  it('calls nobody if it is not one', () => {
    onMessage.emit({ ...word, more: true }, frameIn(1));
    onMessage.emit(word, { ...frameIn(1), id: 'other' });
    onMessage.emit(word, { ...frameIn(1), tab: undefined });
    expect(calls()).toEqual([]);
  });
});
