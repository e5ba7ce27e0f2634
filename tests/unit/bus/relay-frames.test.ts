import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsolePort } from '../../../lib/bus/console-port';
import { type JoinFrame, relayFrames } from '../../../lib/bus/relay-frames';
import { relayedFrames } from '../../../lib/bus/relayed-frames';
import type { FromConsole, ToConsole } from '../../../lib/protocol/console-messages';

const focus: ToConsole = { type: 'composer.focus' };
const request = (requestId: string): ToConsole => ({
  type: 'insert.request',
  requestId,
  conversationKey: 'c 7',
  text: 'Hello.',
  mode: 'caret',
  allowNote: false,
});
const state = (host: string): FromConsole => ({
  type: 'console.state',
  state: 'reading',
  host,
  consoleName: null,
});

/** A console script in a frame, with what it shows and what was asked of it. */
type Script = {
  readonly frame: number;
  readonly script: string;
  readonly shows: FromConsole;
  readonly asked: ToConsole[];
  tell?: (message: FromConsole) => void;
};
const script = (frame: number, digit: string): Script => ({
  frame,
  script: digit.repeat(32),
  shows: state(`frame-${digit}.example`),
  asked: [],
});

/** What the panel knows of one frame. */
type Seat = { readonly link: ConsolePort; readonly heard: FromConsole[]; isGone: boolean };

let scripts: Script[];
let seats: Seat[];
/** The relay of now; undefined while there is none. */
let relay: { readonly said: unknown[]; hear(message: unknown): void; end(): void } | undefined;
let toPanel: (message: unknown) => void;
let relays: number;
let canStart: boolean;
let come: (one: Script) => void;
let go: (frame: number) => void;
let panel: { look(): void };

const copied = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

/** The browser between the two halves: starts a relay for whoever connects, and may end it. */
function connect({ hear, lost }: { hear: (message: unknown) => void; lost: () => void }) {
  relays++;
  toPanel = hear;
  const said: unknown[] = [];
  let half: ReturnType<typeof relayFrames> | undefined;
  let isOpen = true;
  relay = {
    said,
    hear: (message) => half?.hear(message),
    end() {
      isOpen = false;
      relay = undefined;
      half?.stop();
      lost();
    },
  };
  setTimeout(() => {
    if (!canStart) return end();
    half = relayFrames({ tell: (message) => isOpen && hear(copied(message)), follow });
  });
  return (message: unknown) => {
    said.push(message);
    if (isOpen) half?.hear(copied(message));
  };
}

function follow(join: JoinFrame) {
  const leaving = new Map<number, () => void>();
  come = (one) => {
    const listeners: ((message: FromConsole) => void)[] = [];
    one.tell = (message) => {
      for (const listener of listeners) listener(message);
    };
    const link: ConsolePort = {
      send: (wish) => void one.asked.push(wish),
      onMessage(listener) {
        listeners.push(listener);
        listener(one.shows);
        return () => void listeners.splice(0);
      },
    };
    leaving.set(one.frame, join(link, one));
  };
  go = (frame) => leaving.get(frame)?.();
  setTimeout(() => scripts.forEach(come));
  return () => {
    for (const leave of leaving.values()) leave();
  };
}

const hosts = ({ heard }: Seat) =>
  heard.flatMap((message) => (message.type === 'console.state' ? message.host : []));
const end = () => relay?.end();
/** Until the panel has knocked anew and the frames have told of themselves. */
const again = () => void vi.advanceTimersByTime(100);
const look = () => {
  panel.look();
  again();
};
const seat = (at: number): Seat => {
  const found = seats[at];
  if (found === undefined) throw new Error(`The panel has no frame ${at}`);
  return found;
};

beforeEach(() => {
  vi.useFakeTimers();
  scripts = [script(9, 'a')];
  seats = [];
  relays = 0;
  canStart = true;
  panel = relayedFrames({
    connect,
    join(link) {
      const joined: Seat = { link, heard: [], isGone: false };
      link.onMessage((message) => joined.heard.push(message));
      seats.push(joined);
      return () => {
        joined.isGone = true;
      };
    },
  });
});
afterEach(() => vi.useRealTimers());

const first = (): Script => {
  const [one] = scripts;
  if (one === undefined) throw new Error('There is a frame');
  return one;
};

describe('by way of the background page a panel', () => {
  beforeEach(look);

  it('hears a frame of its tab, and is heard there', () => {
    expect(hosts(seat(0))).toEqual(['frame-a.example']);
    seat(0).link.send(focus);
    expect(first().asked).toEqual([focus]);
  });

  it('hears of frames that come and go', () => {
    come(script(12, 'b'));
    expect(hosts(seat(1))).toEqual(['frame-b.example']);
    go(9);
    expect(seats.map(({ isGone }) => isGone)).toEqual([true, false]);
  });

  it('has another seat for another page in the same frame', () => {
    go(9);
    come(script(9, 'b'));
    expect(seats.map(({ isGone }) => isGone)).toEqual([true, false]);
    expect(hosts(seat(1))).toEqual(['frame-b.example']);
  });

  it('does not ask of a page what was meant for the one before it', () => {
    const wish = { type: 'frame.wish', frame: 9, script: 'b'.repeat(32), wish: focus };
    relay?.hear(wish);
    expect(first().asked).toEqual([]);
    relay?.hear({ ...wish, script: 'a'.repeat(32) });
    expect(first().asked).toEqual([focus]);
  });

  it.each([
    ['of another kind', { type: 'frame.all' }],
    ['with something added', { type: 'relay.ready', tab: 3 }],
    ['of the page itself', { type: 'frame.came', frame: 0, script: 'c'.repeat(32) }],
    ['of a frame without a script', { type: 'frame.came', frame: 7, script: '' }],
    ['of a frame it has not', { type: 'frame.gone', frame: 7, script: 'a'.repeat(32) }],
    ['of another script', { type: 'frame.gone', frame: 9, script: 'c'.repeat(32) }],
    ['nothing', null],
  ])('takes no word %s', (_, message) => {
    toPanel(message);
    expect(seats.map(({ isGone }) => isGone)).toEqual([false]);
  });

  it('passes on no wish of the wrong shape', () => {
    const wish = { type: 'frame.wish', frame: 9, script: 'a'.repeat(32) };
    relay?.hear({ ...wish, wish: { type: 'send.now' } });
    relay?.hear({ ...wish, wish: { ...focus, more: true } });
    relay?.hear(null);
    expect(first().asked).toEqual([]);
  });
});

describe('when the browser ends the background page, a panel', () => {
  beforeEach(look);

  it('keeps the frame’s seat, and hears it and is heard by the next', () => {
    end();
    again();
    expect(relays).toBe(2);
    expect(seats.map(({ isGone }) => isGone)).toEqual([false]);
    first().tell?.(state('after.example'));
    expect(hosts(seat(0)).at(-1)).toBe('after.example');
    seat(0).link.send(focus);
    expect(first().asked).toEqual([focus]);
    // The frame was there: its time to come back has no end that takes its seat.
    vi.advanceTimersByTime(10_000);
    expect(seat(0).isGone).toBe(false);
  });

  it('does so time and again', () => {
    for (let times = 0; times < 5; times++) {
      end();
      again();
    }
    expect(seats).toHaveLength(1);
    seat(0).link.send(focus);
    expect(first().asked).toEqual([focus]);
  });

  it('gives up a frame that has gone meanwhile', () => {
    scripts = [];
    end();
    again();
    expect(seat(0).isGone).toBe(false);
    vi.advanceTimersByTime(5_000);
    expect(seat(0).isGone).toBe(true);
  });

  it('takes another page in the frame for another', () => {
    scripts = [script(9, 'b')];
    end();
    again();
    expect(seats.map(({ isGone }) => isGone)).toEqual([true, false]);
  });

  it('does not repeat an insertion that was handed over', () => {
    seat(0).link.send(request('one'));
    end();
    again();
    vi.advanceTimersByTime(10_000);
    expect(first().asked).toEqual([request('one')]);
  });

  it('hands over once what was asked in between', () => {
    end();
    seat(0).link.send(request('one'));
    again();
    end();
    again();
    expect(first().asked).toEqual([request('one')]);
  });

  it('lets go of what was asked too long before: the agent may have clicked again', async () => {
    canStart = false;
    end();
    seat(0).link.send(request('one'));
    await vi.advanceTimersByTimeAsync(3_500);
    seat(0).link.send(request('two'));
    canStart = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(first().asked).toEqual([request('two')]);
  });

  it('does not try without a pause one that never starts', async () => {
    canStart = false;
    end();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(relays).toBeGreaterThan(5);
    expect(relays).toBeLessThan(15);
    expect(seat(0).isGone).toBe(false);
  });

  it('hears no more of what the ended one says', () => {
    const old = toPanel;
    end();
    again();
    old({ type: 'frame.gone', frame: 9, script: 'a'.repeat(32) });
    expect(seat(0).isGone).toBe(false);
  });
});

describe('the background page', () => {
  it('is kept from being ended for idleness while it has a frame to follow', () => {
    look();
    const said = relay?.said;
    vi.advanceTimersByTime(29_000);
    expect(said).toEqual([{ type: 'relay.stay' }]);
    go(9);
    vi.advanceTimersByTime(60_000);
    expect(said).toHaveLength(1);
  });

  it('may sleep while no frame is there, and is woken when one comes', () => {
    scripts = [];
    look();
    end();
    vi.advanceTimersByTime(60_000);
    expect(relays).toBe(1);
    scripts = [script(9, 'a')];
    look();
    expect(relays).toBe(2);
    expect(hosts(seat(0))).toEqual(['frame-a.example']);
    look();
    expect(relays).toBe(2);
  });
});
