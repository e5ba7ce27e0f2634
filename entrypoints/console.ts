import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { must } from '../lib/base/must';
import { acceptPanelPorts } from '../lib/bus/accept-panel-ports';
import { askBackground } from '../lib/bus/ask-background';
import { acceptCommands } from '../lib/bus/browser-commands';
import { startConsoleSession } from '../lib/consoles/console-session';
import { keepDocked } from '../lib/consoles/dock/keep-docked';
import type { GenericWorld } from '../lib/consoles/generic/guess-plan';
import { linkPanels, type PanelEnd } from '../lib/consoles/panel-links';
import { bundledRecipes } from '../lib/consoles/recipes';
import type { TeachWorld } from '../lib/consoles/teach/teach-world';
import { toConsoleSchema } from '../lib/protocol/console-messages';

async function loadGuess() {
  await askBackground('generic.load', null);
  return must((globalThis as GenericWorld).cuecardGuess, 'the reader without a recipe');
}

async function loadTeach() {
  await askBackground('teach.load', null);
  return must((globalThis as TeachWorld).cuecardTeach, 'what teaching needs');
}

const checkExtensionMs = 2_000;

/** Runs once per page of a site that Cuecard was switched on for; see docs/decisions for the name. */
export default defineUnlistedScript(async () => {
  const world = globalThis as { cuecardRuns?: boolean };
  if (world.cuecardRuns) return;
  world.cuecardRuns = true;

  const life = new AbortController();
  const { signal } = life;
  let findReplyBox: () => HTMLElement | undefined = () => undefined;
  const dock = keepDocked({
    document,
    panelUrl: browser.runtime.getURL('/panel.html'),
    askNonce: async () => (await askBackground('frame.request', null)).nonce,
    onPanel: (send) => join({ kind: 'docked', send }),
    findReplyBox: () => findReplyBox(),
    signal,
  });
  const panels = linkPanels({
    dock,
    start: (send) =>
      startConsoleSession({
        window,
        recipes: bundledRecipes,
        loadGuess,
        shareReplyBox: (find) => {
          findReplyBox = find;
        },
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

  const timer = setInterval(() => {
    if (browser.runtime?.id !== undefined) return;
    // Updated or removed: this script reaches the extension no more, and must not be in the way.
    clearInterval(timer);
    panels.tellAll({ type: 'extension.gone' });
    life.abort();
  }, checkExtensionMs);
});
