import type { FromConsole, ToConsole } from '../protocol/console-messages';
import type { ConsoleLink } from './console-link';
import { elected, type Seat } from './elected';

export type ElectedConsole = {
  /** What the panel deals with: always the one console script whose frame holds the conversation. */
  readonly link: ConsoleLink;
  /** A frame of the page has a console script of its own; returns what to call when it has gone. */
  join(frame: ConsoleLink): () => void;
};

/**
 * A page may be put together of frames, each with a console script. The panel shows one of them: the
 * one that came to a conversation, or was used, last. What is about the page goes by the page's own.
 */
export function electConsole(home: ConsoleLink): ElectedConsole {
  const listeners = new Set<(message: FromConsole) => void>();
  const first = seat(home);
  let seats: readonly Seat[] = [first];
  let front = first;
  let clock = 0;
  let isShown = false;
  let host: string | undefined;
  /** What comes in before the panel listens is kept by the links themselves. */
  let waiting: (() => void)[] | undefined = [];
  const forAll = new Map<ToConsole['type'], ToConsole>();
  /** Insertions into frames: whether the agent sees the panel, only the page's own script can tell. */
  const wishes = new Map<string, { readonly to: Seat; readonly wish: ToConsole }>();

  function seat(link: ConsoleLink): Seat {
    return { link, state: undefined, conversation: null, at: 0, teaches: false };
  }

  function tell(message: FromConsole) {
    // The panel keeps its place by the site that the agent is on, whatever that has framed.
    const told =
      message.type === 'console.state' && host !== undefined ? { ...message, host } : message;
    if (told.type === 'conversation.read') isShown = told.conversation !== null;
    for (const listener of listeners) listener(told);
  }

  function elect() {
    const next = elected(seats, front);
    if (next === front) return;
    front = next;
    if (next.state !== undefined) tell(next.state);
    if (next.conversation !== null || isShown) {
      tell({ type: 'conversation.read', conversation: next.conversation });
    }
  }

  function hear(from: Seat, message: FromConsole) {
    switch (message.type) {
      case 'console.state':
        from.state = message;
        if (from === first) host = message.host;
        break;
      case 'conversation.read':
        if (from.conversation === null) from.at = ++clock;
        from.conversation = message.conversation;
        break;
      case 'page.used':
        from.at = ++clock;
        elect();
        return;
      case 'teach.state':
        from.teaches = message.state !== null;
        break;
      case 'sight.told':
        if (from === first) insertInSight(message.requestId, message.isIntact);
        return;
      case 'insert.done':
        wishes.delete(message.requestId);
        tell(message);
        return;
      case 'key.pressed':
      case 'page.leaving':
        tell(message);
        return;
      case 'panel.sight':
      case 'panel.yielded':
      case 'extension.gone':
        if (from === first) tell(message);
        return;
    }
    const before = front;
    elect();
    if (from === front && before === front) tell(message);
  }

  function insertInSight(requestId: string, isIntact: boolean) {
    const known = wishes.get(requestId);
    if (known === undefined) return;
    if (isIntact) known.to.link.send(known.wish);
    else refuse(requestId, 'panel-covered');
  }

  function refuse(requestId: string, why: 'panel-covered' | 'conversation-changed') {
    wishes.delete(requestId);
    tell({ type: 'insert.done', requestId, result: { outcome: 'refused', why } });
  }

  function send(message: ToConsole) {
    switch (message.type) {
      case 'panel.place':
      case 'page.refresh':
      case 'sight.heard':
        return home.send(message);
      case 'keys.listen':
      case 'recipes.use':
        forAll.set(message.type, message);
        for (const { link } of seats) link.send(message);
        return;
      case 'insert.request': {
        if (front === first) return home.send(message);
        const { requestId } = message;
        wishes.set(requestId, { to: front, wish: message });
        return home.send({ type: 'sight.ask', requestId });
      }
      default:
        return front.link.send(message);
    }
  }

  return {
    link: {
      send,
      onMessage(listener) {
        listeners.add(listener);
        if (waiting !== undefined) home.onMessage((message) => hear(first, message));
        const others = waiting ?? [];
        waiting = undefined;
        for (const begin of others) begin();
        return () => listeners.delete(listener);
      },
    },
    join(frame) {
      const joined = seat(frame);
      let stop = () => {};
      const begin = () => {
        seats = [...seats, joined];
        for (const message of forAll.values()) frame.send(message);
        stop = frame.onMessage((message) => hear(joined, message));
      };
      if (waiting === undefined) begin();
      else waiting.push(begin);
      return () => {
        waiting = waiting?.filter((other) => other !== begin);
        stop();
        seats = seats.filter((other) => other !== joined);
        const lost = [...wishes].filter(([, { to }]) => to === joined);
        for (const [requestId] of lost) refuse(requestId, 'conversation-changed');
        elect();
      };
    },
  };
}
