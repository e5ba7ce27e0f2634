import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '../lib/bus/ask-background';
import { startConsoleSession } from '../lib/consoles/console-session';
import { dockFrame } from '../lib/consoles/dock/dock-frame';
import { bundledRecipes } from '../lib/consoles/recipes';
import { type FromConsole, toConsoleSchema } from '../lib/protocol/console-messages';
import type { FrameGreeting } from '../lib/protocol/frame-greeting';

const checkExtensionMs = 2_000;
const collapsedWidthPx = 44;

/** Runs once per page of a site that Cuecard was switched on for; see docs/decisions for the name. */
export default defineUnlistedScript(async () => {
  const world = globalThis as { cuecardRuns?: boolean };
  if (world.cuecardRuns) return;
  world.cuecardRuns = true;

  const { nonce } = await askBackground('frame.request', null);
  const panelUrl = browser.runtime.getURL('/panel.html');
  const docked = dockFrame(document, `${panelUrl}#${nonce}`);
  const life = new AbortController();
  const { port1: port, port2: panelPort } = new MessageChannel();
  const send = (message: FromConsole) => port.postMessage(message);

  docked.frame.addEventListener(
    'load',
    () => {
      const greeting: FrameGreeting = { type: 'cuecard.port', nonce };
      docked.frame.contentWindow?.postMessage(greeting, new URL(panelUrl).origin, [panelPort]);
      const obey = startConsoleSession({
        window,
        recipes: bundledRecipes,
        send,
        placePanel: ({ collapsed, side, widthPx }) =>
          docked.place({ side, widthPx: collapsed ? collapsedWidthPx : widthPx }),
        isPanelIntact: docked.isIntact,
        signal: life.signal,
      });
      port.onmessage = ({ data }) => {
        const message = v.safeParse(toConsoleSchema, data);
        if (message.success) obey(message.output);
      };
    },
    { once: true },
  );

  const timer = setInterval(() => {
    if (browser.runtime?.id !== undefined) return;
    // Updated or removed: this script reaches the extension no more, and must not be in the way.
    clearInterval(timer);
    send({ type: 'extension.gone' });
    life.abort();
  }, checkExtensionMs);
});
