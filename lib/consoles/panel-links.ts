import type { Action, FromConsole, ToConsole } from '../protocol/console-messages';
import type { PageWish } from './console-session';
import type { FramePlace } from './dock/frame-place';

/** A panel that shows this page: the docked one, or the browser's own side panel. */
export type PanelEnd = {
  readonly kind: 'docked' | 'side';
  send(message: FromConsole): void;
};

export type JoinedPanel = {
  obey(message: ToConsole): void;
  leave(): void;
};

type Dock = {
  place(place: FramePlace): void;
  stepAside(): void;
  isIntact(): boolean;
  hearSight(isInSight: boolean): void;
};

type Options = {
  /** Undefined in a frame: the panel is docked in the page. */
  readonly dock: Dock | undefined;
  /** Begins to read the page; what is given back does what a panel asks of it. */
  readonly start: (
    tell: (message: FromConsole) => void,
  ) => (wish: PageWish, isPanelIntact: () => boolean) => void;
};

export type PanelLinks = {
  /** What the page shows is told to a panel that joins later, too. */
  join(panel: PanelEnd): JoinedPanel;
  tellAll(message: FromConsole): void;
  /** A key that the browser itself listens for. */
  press(action: Action): void;
};

/** One press heard both by the browser and in the page comes within this time. */
const samePressMs = 300;

const collapsedWidthPx = 44;

/**
 * One page, read once, for all panels that show it. Each hears of every change; an insertion's
 * outcome goes to the panel that asked, and a key to one panel only, or it would be done twice.
 * While the side panel shows the page, the docked panel steps aside; see docs/decisions.
 */
export function linkPanels({ dock, start }: Options): PanelLinks {
  /** In the order in which they joined. */
  let panels: PanelEnd[] = [];
  let place: Extract<ToConsole, { type: 'panel.place' }> | undefined;
  const latest = new Map<FromConsole['type'], FromConsole>();
  const askers = new Map<string, PanelEnd>();

  let lastKey: { action: Action; by: 'page' | 'browser'; at: number } | undefined;

  const isSide = (panel: PanelEnd) => panel.kind === 'side';
  const inFront = () => panels.findLast(isSide) ?? panels.at(-1);

  function tellAll(message: FromConsole) {
    for (const panel of panels) panel.send(message);
  }

  function tell(message: FromConsole) {
    switch (message.type) {
      case 'key.pressed':
        press(message.action, 'page');
        break;
      case 'insert.done':
        askers.get(message.requestId)?.send(message);
        askers.delete(message.requestId);
        break;
      // Of this moment only: nothing for a panel that joins later.
      case 'page.used':
      case 'page.leaving':
        tellAll(message);
        break;
      default:
        latest.set(message.type, message);
        tellAll(message);
    }
  }

  function press(action: Action, by: 'page' | 'browser') {
    const at = performance.now();
    const isSamePress =
      lastKey?.action === action && lastKey.by !== by && at - lastKey.at < samePressMs;
    if (isSamePress) return;
    lastKey = { action, by, at };
    inFront()?.send({ type: 'key.pressed', action });
  }

  function placeDock() {
    if (panels.some(isSide)) dock?.stepAside();
    else if (place !== undefined) {
      dock?.place({
        // Folded to a rail it leaves the most room at a side.
        side: place.collapsed && place.side === 'bottom' ? 'right' : place.side,
        widthPx: place.collapsed ? collapsedWidthPx : place.widthPx,
      });
    }
  }

  const obey = start(tell);

  return {
    tellAll,
    press: (action) => press(action, 'browser'),
    join(panel) {
      panels.push(panel);
      placeDock();
      for (const message of latest.values()) panel.send(message);
      return {
        obey(message) {
          if (message.type === 'panel.place') {
            if (isSide(panel)) return;
            place = message;
            placeDock();
            return;
          }
          if (message.type === 'sight.heard') {
            if (!isSide(panel)) dock?.hearSight(message.isInSight);
            return;
          }
          // No page can put anything over the side panel; for a frame the page's own script looks.
          const isIntact = isSide(panel) || dock === undefined ? () => true : dock.isIntact;
          if (message.type === 'sight.ask') {
            const { requestId } = message;
            panel.send({ type: 'sight.told', requestId, isIntact: isIntact() });
            return;
          }
          if (message.type === 'insert.request') askers.set(message.requestId, panel);
          obey(message, isIntact);
        },
        leave() {
          panels = panels.filter((other) => other !== panel);
          placeDock();
        },
      };
    },
  };
}
