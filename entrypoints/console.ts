import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { acceptPanelPorts } from '../lib/bus/accept-panel-ports';
import { askBackground } from '../lib/bus/ask-background';
import { acceptCommands } from '../lib/bus/browser-commands';
import { hearWishes } from '../lib/bus/hear-wishes';
import { loadScript } from '../lib/bus/load-script';
import { tellOfFrame } from '../lib/bus/tell-of-frame';
import { atEachRun, isFirstRun, type RunningWorld } from '../lib/bus/wake-panel';
import { whenExtensionGone } from '../lib/bus/when-extension-gone';
import { startConsoleSession } from '../lib/consoles/console-session';
import { keepDocked } from '../lib/consoles/dock/keep-docked';
import type { UnknownWorld } from '../lib/consoles/generic/unknown-reader';
import { startKeySession } from '../lib/consoles/key-session';
import { linkPanels, type PanelEnd } from '../lib/consoles/panel-links';
import { bundledRecipes } from '../lib/consoles/recipes';
import type { TeachWorld } from '../lib/consoles/teach/teach-world';

const world = globalThis as UnknownWorld & TeachWorld & RunningWorld;

const loadReader = () => loadScript('generic.load', () => world.cuecardUnknown);

/**
 * Runs once in the page, and in each of its frames, of a site that Cuecard was switched on for; see
 * docs/decisions for the name.
 */
export default defineUnlistedScript(() => {
  const isFramed = window.parent !== window;
  // Of an editor's own document its page sees to; in Firefox not to keys, see the session for them.
  const isPart = isFramed && !/^http/.test(location.protocol);
  if ((isPart && !import.meta.env.FIREFOX) || !isFirstRun(world)) return;

  const life = new AbortController();
  const { signal } = life;
  const reply: { find?: () => HTMLElement | undefined } = {};
  const dock = keepDocked({
    document,
    panelUrl: browser.runtime.getURL('/panel.html'),
    askNonce: async () => (await askBackground('frame.request', null)).nonce,
    onPanel: (send) => join({ kind: 'docked', send }),
    findReplyBox: () => reply.find?.(),
    signal,
  });
  const session = {
    window,
    recipes: bundledRecipes,
    // What a frame of the same origin looks like, the page's own script sees.
    ...(window.frameElement ? {} : { loadReader }),
    shareReplyBox: (find: () => HTMLElement | undefined) => void Object.assign(reply, { find }),
    loadTeach: () => loadScript('teach.load', () => world.cuecardTeach),
    signal,
  };
  const begin = import.meta.env.FIREFOX && isPart ? startKeySession : startConsoleSession;
  const start = (send: PanelEnd['send']) => begin({ ...session, send });
  const link = () => linkPanels({ dock: isFramed ? undefined : dock, start });
  // A frame is read only once a panel asks: the page around it may not be switched on.
  let panels = isFramed ? undefined : link();
  const join = (end: PanelEnd) => {
    panels ??= link();
    const { obey, leave } = panels.join(end);
    return { hear: hearWishes(obey), leave };
  };

  acceptPanelPorts((port, kind) => {
    const { hear, leave } = join({ kind, send: (message) => port.postMessage(message) });
    port.onMessage.addListener(hear);
    port.onDisconnect.addListener(leave);
  }, signal);
  if (isFramed) tellOfFrame(signal);
  else {
    acceptCommands((action) => panels?.press(action), signal);
    atEachRun(world, dock.open);
  }

  // A script that reaches the extension no more must not be in the way.
  whenExtensionGone(() => {
    panels?.tellAll({ type: 'extension.gone' });
    life.abort();
  });
});
