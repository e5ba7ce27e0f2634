import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showReading } from '../lib/consoles/teach/show-reading';
import { startTeaching } from '../lib/consoles/teach/start-teaching';
import type { TeachWorld } from '../lib/consoles/teach/teach-world';

/** Runs beside the console script, and only once somebody teaches how to read the page. */
export default defineUnlistedScript(() => {
  (globalThis as TeachWorld).cuecardTeach = { startTeaching, showReading };
});
