import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Dock, keepDocked } from '../../../lib/consoles/dock/keep-docked';

type Docked = { url: string; onLoad(frame: object): void; onLost(): void };
/** The panels that are in the page. */
const docked: Docked[] = [];
vi.mock('../../../lib/consoles/dock/dock-panel', () => ({
  dockPanel(panel: Docked) {
    docked.push(panel);
    return { remove: () => docked.splice(docked.indexOf(panel), 1) };
  },
}));

let life: AbortController;
let questions: ((nonce: string) => void)[];
let dock: Dock;
const hear = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  docked.length = 0;
  hear.mockClear();
  questions = [];
  life = new AbortController();
  dock = keepDocked({
    document,
    panelUrl: 'chrome-extension://x/panel.html',
    askNonce: () => new Promise((resolve) => questions.push(resolve)),
    onPanel: () => ({ hear, leave() {} }),
    signal: life.signal,
  });
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const urls = () => docked.map(({ url }) => url.split('#')[1]);
async function openWith(nonce: string) {
  const opening = dock.open();
  questions.pop()?.(nonce);
  await opening;
}
/** Loads the panel in its frame; what is given back is the panel's end of the port. */
function load(): MessagePort {
  let given: MessagePort | undefined;
  const contentWindow = {
    postMessage: (_: unknown, __: string, [port]: MessagePort[]) => (given = port),
  };
  docked[0]?.onLoad({ contentWindow });
  if (given === undefined) throw new Error('There is no panel to load');
  return given;
}

describe('a panel that is missed', () => {
  it('is docked once, however often it is asked for and whichever reply comes first', async () => {
    const opening = [dock.open(), dock.open()];
    questions[1]?.('b');
    await opening[1];
    questions[0]?.('a');
    await opening[0];
    await dock.open();
    expect(urls()).toEqual(['b']);
  });

  it('is docked although an earlier question for it is never answered', async () => {
    void dock.open();
    await openWith('b');
    expect(urls()).toEqual(['b']);
  });

  it('is replaced once it has been silent for so long that it cannot work', async () => {
    await openWith('a');
    load();
    vi.advanceTimersByTime(4_000);
    await dock.open();
    expect(urls()).toEqual(['a']);
    vi.advanceTimersByTime(2_000);
    await openWith('b');
    expect(urls()).toEqual(['b']);
  });

  it('is not replaced when it has ever said a word', async () => {
    await openWith('a');
    load().postMessage({});
    await vi.waitFor(() => expect(hear).toHaveBeenCalled());
    vi.advanceTimersByTime(60_000);
    await dock.open();
    expect(urls()).toEqual(['a']);
  });

  it('is docked anew when the page took it away, if somebody asks', async () => {
    await openWith('a');
    const [lost] = docked.splice(0);
    lost?.onLost();
    questions.pop()?.('b');
    await vi.waitFor(() => expect(urls()).toEqual(['b']));
  });
});
