import * as v from 'valibot';
import { count } from './wire-types';

export const storageReportSchema = v.strictObject({
  /**
   * `kept`: all is well. `full`: nothing more can be written just now. `not-kept`: there is no
   * database, as in private windows. `blocked`: an older Cuecard still holds it. `damaged`: some of
   * it, or all, cannot be read. `lost`: the browser threw all of it away, and what comes is kept.
   */
  state: v.picklist(['kept', 'full', 'not-kept', 'blocked', 'damaged', 'lost']),
  /** How many entries cannot be read, as far as one can tell. */
  unreadable: count,
});
/** How well this machine keeps what the brain has to keep. */
export type StorageReport = v.InferOutput<typeof storageReportSchema>;

export const allKept: StorageReport = { state: 'kept', unreadable: 0 };

export const storageCalls = {
  'storage.report': { params: v.null(), result: storageReportSchema },
  /** Writes what can be read into a sound database; the rest is gone after it. */
  'storage.repair': { params: v.null(), result: storageReportSchema },
} as const;

export const storageNewsSchema = v.strictObject({
  news: v.literal('storage.changed'),
  report: storageReportSchema,
});
