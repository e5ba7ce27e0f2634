import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type UnknownWorld, unknownReader } from '../lib/consoles/generic/unknown-reader';

/** Runs beside the console script, and only on a page that no recipe fits. */
export default defineUnlistedScript(() => {
  (globalThis as UnknownWorld).cuecardUnknown = unknownReader;
});
