import { allKept, type StorageReport } from '../protocol/storage-calls';

/** How well things are kept, as the panel tells it. */
export type StorageShown = {
  readonly report: StorageReport;
  readonly repair: 'none' | 'working' | 'done' | 'failed';
  readonly isDismissed: boolean;
};

export const noStorageTrouble: StorageShown = {
  report: allKept,
  repair: 'none',
  isDismissed: false,
};
