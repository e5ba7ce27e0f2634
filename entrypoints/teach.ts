import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { teachDesk } from '../lib/consoles/teach/teach-desk';
import type { TeachWorld } from '../lib/consoles/teach/teach-world';

/** Runs beside the console script, and only once somebody teaches how to read the page. */
export default defineUnlistedScript(() => {
  (globalThis as TeachWorld).cuecardTeach = teachDesk;
});
