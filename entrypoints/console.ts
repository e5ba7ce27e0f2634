import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { acceptPanelPorts } from '../lib/bus/accept-panel-ports';
import { askBackground } from '../lib/bus/ask-background';
import { startConsoleSession } from '../lib/consoles/console-session';
import { dockFrame } from '../lib/consoles/dock/dock-frame';
import { type JoinedPanel, linkPanels } from '../lib/consoles/panel-links';
import { bundledRecipes } from '../lib/consoles/recipes';
import { toConsoleSchema } from '../lib/protocol/console-messages';
import type { FrameGreeting } from '../lib/protocol/frame-greeting';

const checkExtensionMs = 2_000;

/** Runs once per page of a site that Cuecard was switched on for; see docs/decisions for the name. */
export default defineUnlistedScript(async () => {
  const world = globalThis as { cuecardRuns?: boolean };
  if (world.cuecardRuns) return;
  world.cuecardRuns = true;

  const { nonce } = await askBackground('frame.request', null);
  const panelUrl = browser.runtime.getURL('/panel.html');
  const docked = dockFrame(document, `${panelUrl}#${nonce}`);
  const life = new AbortController();
  const panels = linkPanels({
    dock: docked,
    start: (send) =>
      startConsoleSession({ window, recipes: bundledRecipes, send, signal: life.signal }),
  });
  const hear = (panel: JoinedPanel, data: unknown) => {
    const message = v.safeParse(toConsoleSchema, data);
    if (message.success) panel.obey(message.output);
  };

  docked.frame.addEventListener(
    'load',
    () => {
      const { port1: port, port2: panelPort } = new MessageChannel();
      const greeting: FrameGreeting = { type: 'cuecard.port', nonce };
      docked.frame.contentWindow?.postMessage(greeting, new URL(panelUrl).origin, [panelPort]);
      const send = (message: unknown) => port.postMessage(message);
      const panel = panels.join({ kind: 'docked', send });
      port.onmessage = ({ data }) => hear(panel, data);
    },
    { once: true },
  );

  acceptPanelPorts((port) => {
    const panel = panels.join({ kind: 'side', send: (message) => port.postMessage(message) });
    port.onMessage.addListener((message: unknown) => hear(panel, message));
    port.onDisconnect.addListener(panel.leave);
  }, life.signal);

  const timer = setInterval(() => {
    if (browser.runtime?.id !== undefined) return;
    // Updated or removed: this script reaches the extension no more, and must not be in the way.
    clearInterval(timer);
    panels.tellAll({ type: 'extension.gone' });
    life.abort();
  }, checkExtensionMs);
});
