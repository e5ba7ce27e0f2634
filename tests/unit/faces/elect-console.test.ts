import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../lib/domain/conversation';
import { type ElectedConsole, electConsole } from '../../../lib/faces/elect-console';
import type { FromConsole, ToConsole } from '../../../lib/protocol/console-messages';

type State = 'reading' | 'searching' | 'generic' | 'unrecognised';

/** A console script as the panel's end of its port sees it. */
function script(host: string) {
  let listener: (message: FromConsole) => void = () => {};
  const sent: ToConsole[] = [];
  const tell = (message: FromConsole) => listener(message);
  return {
    sent,
    tell,
    says: (state: State) =>
      tell({ type: 'console.state', state, host, consoleName: state === 'reading' ? host : null }),
    shows: (text: string | null) =>
      tell({ type: 'conversation.read', conversation: text === null ? null : about(host, text) }),
    link: {
      send: (message: ToConsole) => void sent.push(message),
      onMessage(heard: typeof listener) {
        listener = heard;
        return () => {
          listener = () => {};
        };
      },
    },
  };
}

const about = (host: string, text: string): Conversation => ({
  key: `${host} 7`,
  consoleId: 'some',
  host,
  composer: 'ready',
  hasDraft: false,
  messages: [{ id: `${host}-1`, role: 'customer', kind: 'text', text }],
});
const request: ToConsole = {
  type: 'insert.request',
  requestId: 'r1',
  conversationKey: 'frame.example 7',
  text: 'Hello.',
  mode: 'caret',
  allowNote: false,
};

let home: ReturnType<typeof script>;
let frame: ReturnType<typeof script>;
let page: ElectedConsole;
let heard: FromConsole[];
let gone: () => void;

/** What the panel shows at the end of it all. */
const shown = () => {
  const last = heard.findLast((message) => message.type === 'conversation.read');
  return last?.conversation?.messages[0]?.text ?? null;
};

beforeEach(() => {
  home = script('shell.example');
  frame = script('frame.example');
  heard = [];
  page = electConsole(home.link);
  page.link.onMessage((message) => heard.push(message));
  gone = page.join(frame.link);
});

describe('of several frames the panel', () => {
  it('shows the one that holds the conversation, at the place kept for the page', () => {
    home.says('unrecognised');
    frame.says('reading');
    frame.shows('Where is my parcel?');
    expect(shown()).toBe('Where is my parcel?');
    const state = heard.findLast((message) => message.type === 'console.state');
    expect(state).toMatchObject({ state: 'reading', host: 'shell.example' });
  });

  it('goes on to the one that comes to a conversation, and back when that goes away', () => {
    home.says('reading');
    home.shows('In the page');
    frame.says('reading');
    frame.shows('In the frame');
    expect(shown()).toBe('In the frame');
    gone();
    expect(shown()).toBe('In the page');
  });

  it('goes to the one that the person goes to, and hears nothing of the other meanwhile', () => {
    frame.says('reading');
    frame.shows('In the frame');
    home.says('reading');
    home.shows('In the page');
    frame.tell({ type: 'page.used' });
    expect(shown()).toBe('In the frame');
    home.shows('In the page, and more');
    expect(shown()).toBe('In the frame');
    frame.shows(null);
    expect(shown()).toBe('In the page, and more');
  });

  it('is not told a conversation twice by going away from it and back', () => {
    frame.says('reading');
    frame.shows('In the frame');
    home.says('searching');
    home.tell({ type: 'page.used' });
    expect(heard.filter(({ type }) => type === 'conversation.read')).toHaveLength(1);
  });

  it('leaves to a recipe what the page’s own script only guesses of the frame', () => {
    frame.says('reading');
    frame.shows('Where is my parcel?');
    home.says('generic');
    home.shows('Where is my parcel?');
    gone();
    const hosts = heard.flatMap((message) =>
      message.type === 'conversation.read' ? message.conversation?.host : [],
    );
    expect(hosts).toEqual(['frame.example', 'shell.example']);
  });

  it('stays where somebody teaches until that is over', () => {
    frame.says('unrecognised');
    frame.tell({ type: 'teach.state', state: lesson });
    home.says('reading');
    home.shows('In the page');
    expect(shown()).toBeNull();
    frame.tell({ type: 'teach.state', state: null });
    expect(shown()).toBe('In the page');
  });
});

const lesson = {
  step: 'customer',
  field: null,
  problem: null,
  candidate: null,
  reading: null,
  made: null,
} as const;

describe('what the panel asks', () => {
  it('of all keys and recipes every frame hears, one that comes later too', () => {
    page.link.send({ type: 'keys.listen', bindings: [] });
    const later = script('later.example');
    page.join(later.link);
    for (const one of [home, frame, later])
      expect(one.sent).toMatchObject([{ type: 'keys.listen' }]);
  });

  it('of its own place and of a refresh the page hears', () => {
    frame.says('reading');
    frame.shows('In the frame');
    page.link.send({ type: 'page.refresh' });
    page.link.send({ type: 'sight.heard', isInSight: false });
    page.link.send({ type: 'composer.focus' });
    expect(home.sent).toEqual([
      { type: 'page.refresh' },
      { type: 'sight.heard', isInSight: false },
    ]);
    expect(frame.sent).toEqual([{ type: 'composer.focus' }]);
  });

  it('is inserted into a frame once the page has said that the agent sees the panel', () => {
    frame.says('reading');
    frame.shows('In the frame');
    page.link.send(request);
    expect(frame.sent).toEqual([]);
    expect(home.sent).toEqual([{ type: 'sight.ask', requestId: 'r1' }]);
    home.tell({ type: 'sight.told', requestId: 'r1', isIntact: true });
    expect(frame.sent).toEqual([request]);
  });

  it.each([
    ['the panel is covered', 'panel-covered'],
    ['the frame has gone', 'conversation-changed'],
  ])('is not inserted where %s', (_, why) => {
    frame.says('reading');
    frame.shows('In the frame');
    page.link.send(request);
    if (why === 'panel-covered') {
      // A frame's word is not the page's.
      frame.tell({ type: 'sight.told', requestId: 'r1', isIntact: true });
      home.tell({ type: 'sight.told', requestId: 'r1', isIntact: false });
    } else gone();
    expect(frame.sent).toEqual([]);
    const result = { outcome: 'refused', why };
    expect(heard).toContainEqual({ type: 'insert.done', requestId: 'r1', result });
  });
});
