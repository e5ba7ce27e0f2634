import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { acceptPanelPorts } from '../lib/bus/accept-panel-ports';
import { askBackground } from '../lib/bus/ask-background';
import { startConsoleSession } from '../lib/consoles/console-session';
import { type DockedPanel, dockPanel } from '../lib/consoles/dock/dock-panel';
import { fightCap } from '../lib/consoles/dock/fight-cap';
import { type JoinedPanel, linkPanels } from '../lib/consoles/panel-links';
import { bundledRecipes } from '../lib/consoles/recipes';
import { type FromConsole, toConsoleSchema } from '../lib/protocol/console-messages';
import type { FrameGreeting } from '../lib/protocol/frame-greeting';

const checkExtensionMs = 2_000;
/** A page that throws the panel out more often than this is let have its way. */
const returns = { limit: 5, withinMs: 10_000 };

/** Runs once per page of a site that Cuecard was switched on for; see docs/decisions for the name. */
export default defineUnlistedScript(async () => {
  const world = globalThis as { cuecardRuns?: boolean };
  if (world.cuecardRuns) return;
  world.cuecardRuns = true;

  const panelUrl = browser.runtime.getURL('/panel.html');
  const life = new AbortController();
  const mayReturn = fightCap(returns.limit, returns.withinMs, () => performance.now());
  let docked: DockedPanel | undefined;
  const panels = linkPanels({
    dock: {
      place: (place) => docked?.place(place),
      stepAside: () => docked?.stepAside(),
      isIntact: () => docked?.isIntact() ?? false,
    },
    start: (send) =>
      startConsoleSession({ window, recipes: bundledRecipes, send, signal: life.signal }),
  });
  const hear = (panel: JoinedPanel, data: unknown) => {
    const message = v.safeParse(toConsoleSchema, data);
    if (message.success) panel.obey(message.output);
  };
  acceptPanelPorts((port) => {
    const panel = panels.join({ kind: 'side', send: (message) => port.postMessage(message) });
    port.onMessage.addListener((message: unknown) => hear(panel, message));
    port.onDisconnect.addListener(panel.leave);
  }, life.signal);
  await dock();

  async function dock(): Promise<void> {
    const { nonce } = await askBackground('frame.request', null);
    const { port1: port, port2: panelPort } = new MessageChannel();
    const stay = new AbortController();
    const send = (message: FromConsole) => port.postMessage(message);
    let panel: JoinedPanel | undefined;
    docked = dockPanel({
      document,
      url: `${panelUrl}#${nonce}`,
      send,
      signal: AbortSignal.any([life.signal, stay.signal]),
      onLoad(frame) {
        const greeting: FrameGreeting = { type: 'cuecard.port', nonce };
        frame.contentWindow?.postMessage(greeting, new URL(panelUrl).origin, [panelPort]);
        const joined = panels.join({ kind: 'docked', send });
        panel = joined;
        port.onmessage = ({ data }) => hear(joined, data);
      },
      onLost() {
        stay.abort();
        panel?.leave();
        port.close();
        if (mayReturn()) dock().catch(() => {});
      },
    });
  }

  const timer = setInterval(() => {
    if (browser.runtime?.id !== undefined) return;
    // Updated or removed: this script reaches the extension no more, and must not be in the way.
    clearInterval(timer);
    panels.tellAll({ type: 'extension.gone' });
    life.abort();
  }, checkExtensionMs);
});
