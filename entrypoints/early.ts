import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '../lib/bus/ask-background';
import type { EarlyWorld } from '../lib/consoles/keys';

/**
 * Runs before any script of the page: of listeners on the same window the first one hears a key first,
 * and may keep it from the others. What is done with keys is the console script's to say.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as EarlyWorld;
  if (world.cuecardEarly !== undefined) return;
  const hearing: NonNullable<EarlyWorld['cuecardEarly']>['hearing'] = new Set();
  const onKey = (event: KeyboardEvent) => {
    for (const hear of hearing) {
      hear(event);
      // It was meant for us: a frame's keys may be heard by the scripts of both documents.
      if (event.cancelBubble) return;
    }
  };
  const listen = () => window.addEventListener('keydown', onKey, { capture: true });
  world.cuecardEarly = { hearing, listen };
  listen();
  // While the page loads, so does the brain. The panel asks for it anyway, later.
  if (window.parent === window) askBackground('brain.wake', null).catch(() => {});
});
