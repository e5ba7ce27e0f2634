import type { showReading } from './show-reading';
import type { startTeaching } from './start-teaching';

/** What the teaching script brings along. */
export type TeachKit = {
  readonly startTeaching: typeof startTeaching;
  readonly showReading: typeof showReading;
};
/** The world of the console script, which the teaching script is put into when needed. */
export type TeachWorld = { cuecardTeach?: TeachKit };
