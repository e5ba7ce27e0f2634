import { beforeEach, describe, expect, it } from 'vitest';
import { linkPanels, type PanelLinks } from '../../../lib/consoles/panel-links';
import type { FromConsole, ToConsole } from '../../../lib/protocol/console-messages';

let tell: (message: FromConsole) => void;
let links: PanelLinks;
let asked: { wish: ToConsole; isIntact: boolean }[];
let dock: { at: string; isIntact: boolean };

const reading: FromConsole = {
  type: 'console.state',
  state: 'reading',
  host: 'desk.example',
  consoleName: 'Desk',
};
const key: FromConsole = { type: 'key.pressed', action: 'insert-1' };
const request = (requestId: string): ToConsole => ({
  type: 'insert.request',
  requestId,
  conversationKey: 'c',
  text: 'Hello.',
  mode: 'caret',
  allowNote: false,
});
const place = (collapsed: boolean): ToConsole => ({
  type: 'panel.place',
  collapsed,
  side: 'left',
  widthPx: 400,
});

function join(kind: 'docked' | 'side') {
  const heard: FromConsole[] = [];
  const panel = links.join({ kind, send: (message) => heard.push(message) });
  return { ...panel, heard };
}

beforeEach(() => {
  asked = [];
  dock = { at: 'nowhere', isIntact: true };
  links = linkPanels({
    dock: {
      place: ({ side, widthPx }) => {
        dock.at = `${side} ${widthPx}`;
      },
      stepAside: () => {
        dock.at = 'aside';
      },
      isIntact: () => dock.isIntact,
      hearSight(isInSight) {
        dock.at = `heard ${isInSight}`;
      },
    },
    start: (send) => {
      tell = send;
      send(reading);
      return (wish, isPanelIntact) => asked.push({ wish, isIntact: isPanelIntact() });
    },
  });
});

describe('the panels of one page', () => {
  it('do once what one press said twice: heard by the browser and in the page', () => {
    const docked = join('docked');
    const heard = () => docked.heard.filter(({ type }) => type === 'key.pressed').length;
    links.press('insert-1');
    tell(key);
    expect(heard()).toBe(1);
    links.press('find');
    tell(key);
    tell(key);
    expect(heard()).toBe(4);
  });

  it('hear what the page shows, also those that join later', () => {
    const docked = join('docked');
    const gone: FromConsole = { type: 'conversation.read', conversation: null };
    tell(gone);
    const side = join('side');
    expect(docked.heard).toEqual([reading, gone]);
    expect(side.heard).toEqual([reading, gone]);
  });

  it('are told of a key one at a time: the side panel, and the docked one when that is gone', () => {
    const docked = join('docked');
    const side = join('side');
    tell(key);
    side.leave();
    tell(key);
    expect(docked.heard).toEqual([reading, key]);
    expect(side.heard).toEqual([reading, key]);
  });

  it('are told what became of their own insertions only', () => {
    const docked = join('docked');
    const side = join('side');
    side.obey(request('one'));
    const done: FromConsole = {
      type: 'insert.done',
      requestId: 'one',
      result: { outcome: 'inserted', step: 'exec' },
    };
    tell(done);
    expect(side.heard).toContain(done);
    expect(docked.heard).not.toContain(done);
  });

  it('take turns: the docked one steps aside for the side panel and comes back after it', () => {
    const docked = join('docked');
    docked.obey(place(false));
    expect(dock.at).toBe('left 400');
    const side = join('side');
    expect(dock.at).toBe('aside');
    side.obey(place(false));
    docked.obey(place(true));
    expect(dock.at).toBe('aside');
    side.leave();
    expect(dock.at).toBe('left 44');
  });

  it('ask for a look at the docked frame only when it is the docked one that inserts', () => {
    dock.isIntact = false;
    join('docked').obey(request('one'));
    join('side').obey(request('two'));
    expect(asked.map(({ isIntact }) => isIntact)).toEqual([false, true]);
  });

  it('tell the dock what they have heard of its sight, which the side panel is no part of', () => {
    const docked = join('docked');
    join('side').obey({ type: 'sight.heard', isInSight: true });
    expect(dock.at).toBe('aside');
    docked.obey({ type: 'sight.heard', isInSight: false });
    expect(dock.at).toBe('heard false');
    expect(asked).toEqual([]);
  });

  it('are told whether the agent sees them, which in the side panel no page can change', () => {
    dock.isIntact = false;
    const docked = join('docked');
    const side = join('side');
    for (const panel of [docked, side]) panel.obey({ type: 'sight.ask', requestId: 'one' });
    const told = { type: 'sight.told', requestId: 'one' };
    expect(docked.heard.at(-1)).toEqual({ ...told, isIntact: false });
    expect(side.heard.at(-1)).toEqual({ ...told, isIntact: true });
    expect(asked).toEqual([]);
  });

  it('hear that the agent came to the page, but not what was before they joined', () => {
    const docked = join('docked');
    tell({ type: 'page.used' });
    expect(docked.heard).toContainEqual({ type: 'page.used' });
    expect(join('side').heard).not.toContainEqual({ type: 'page.used' });
  });
});
