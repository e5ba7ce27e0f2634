import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '../lib/bus/ask-background';
import { startConsoleSession } from '../lib/consoles/console-session';
import { dockPanel } from '../lib/consoles/dock/dock-panel';
import { fightCap } from '../lib/consoles/dock/fight-cap';
import { bundledRecipes } from '../lib/consoles/recipes';
import { type FromConsole, toConsoleSchema } from '../lib/protocol/console-messages';
import type { FrameGreeting } from '../lib/protocol/frame-greeting';

const checkExtensionMs = 2_000;
const collapsedWidthPx = 44;
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
  let send: (message: FromConsole) => void = () => {};
  await dock();

  async function dock(): Promise<void> {
    const { nonce } = await askBackground('frame.request', null);
    const { port1: port, port2: panelPort } = new MessageChannel();
    const stay = new AbortController();
    const signal = AbortSignal.any([life.signal, stay.signal]);
    const say = (message: FromConsole) => port.postMessage(message);
    send = say;
    const panel = dockPanel({
      document,
      url: `${panelUrl}#${nonce}`,
      send: say,
      signal,
      onLoad(frame) {
        const greeting: FrameGreeting = { type: 'cuecard.port', nonce };
        frame.contentWindow?.postMessage(greeting, new URL(panelUrl).origin, [panelPort]);
        const obey = startConsoleSession({
          window,
          recipes: bundledRecipes,
          send: say,
          placePanel: ({ collapsed, side, widthPx }) =>
            panel.place({ side, widthPx: collapsed ? collapsedWidthPx : widthPx }),
          isPanelIntact: panel.isIntact,
          signal,
        });
        port.onmessage = ({ data }) => {
          const message = v.safeParse(toConsoleSchema, data);
          if (message.success) obey(message.output);
        };
      },
      onLost() {
        stay.abort();
        port.close();
        if (mayReturn()) dock().catch(() => {});
      },
    });
  }

  const timer = setInterval(() => {
    if (browser.runtime?.id !== undefined) return;
    // Updated or removed: this script reaches the extension no more, and must not be in the way.
    clearInterval(timer);
    send({ type: 'extension.gone' });
    life.abort();
  }, checkExtensionMs);
});
