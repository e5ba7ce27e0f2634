import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { must } from '../lib/base/must';
import { acceptPanelPorts } from '../lib/bus/accept-panel-ports';
import { askBackground } from '../lib/bus/ask-background';
import { acceptCommands } from '../lib/bus/browser-commands';
import { whenExtensionGone } from '../lib/bus/when-extension-gone';
import { startConsoleSession } from '../lib/consoles/console-session';
import { keepDocked } from '../lib/consoles/dock/keep-docked';
import type { GenericWorld } from '../lib/consoles/generic/guess-plan';
import { linkPanels, type PanelEnd } from '../lib/consoles/panel-links';
import { bundledRecipes } from '../lib/consoles/recipes';
import type { TeachWorld } from '../lib/consoles/teach/teach-world';
import { toConsoleSchema } from '../lib/protocol/console-messages';

const world = globalThis as GenericWorld & TeachWorld & { cuecardRuns?: boolean };

async function loadGuess() {
  await askBackground('generic.load', null);
  return must(world.cuecardGuess, 'generic.js');
}

async function loadTeach() {
  await askBackground('teach.load', null);
  return must(world.cuecardTeach, 'teach.js');
}

/** Runs once per page of a site that Cuecard was switched on for; see docs/decisions for the name. */
export default defineUnlistedScript(async () => {
  if (world.cuecardRuns) return;
  world.cuecardRuns = true;

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
  const panels = linkPanels({
    dock,
    start: (send) =>
      startConsoleSession({
        window,
        recipes: bundledRecipes,
        loadGuess,
        shareReplyBox: (find) => void Object.assign(reply, { find }),
        loadTeach,
        send,
        signal,
      }),
  });
  const join = (end: PanelEnd) => {
    const { obey, leave } = panels.join(end);
    const hear = (data: unknown) => {
      const message = v.safeParse(toConsoleSchema, data);
      if (message.success) obey(message.output);
    };
    return { hear, leave };
  };

  acceptPanelPorts((port) => {
    const { hear, leave } = join({ kind: 'side', send: (message) => port.postMessage(message) });
    port.onMessage.addListener(hear);
    port.onDisconnect.addListener(leave);
  }, signal);
  acceptCommands(panels.press, signal);
  await dock.open();

  // A script that reaches the extension no more must not be in the way.
  whenExtensionGone(() => {
    panels.tellAll({ type: 'extension.gone' });
    life.abort();
  });
});
