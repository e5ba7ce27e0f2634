import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type GenericWorld, guessPlan } from '../lib/consoles/generic/guess-plan';

/** Runs beside the console script, and only on a page that no recipe fits. */
export default defineUnlistedScript(() => {
  (globalThis as GenericWorld).cuecardGuess = guessPlan;
});
