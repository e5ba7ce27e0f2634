import type { Entry } from '../../domain/entry';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import type { StoredEvent } from '../../domain/pick';
import { backupFormat } from '../read-backup';
import { fileBaseOf, fileEntryOf } from './file-entry-of';

type Everything = {
  readonly bases: Iterable<{ readonly base: KnowledgeBase; readonly entries: readonly Entry[] }>;
  readonly settings: object;
  readonly events: readonly StoredEvent[];
  /** ms since 1970. */
  readonly savedAt: number;
};

/** All that is kept on this machine, in one file; each base in it is a whole `cuecard/1` file. */
export function writeBackup({
  bases,
  settings,
  events,
  savedAt,
}: Everything): Uint8Array<ArrayBuffer> {
  const file = {
    format: backupFormat,
    savedAt: new Date(savedAt).toISOString(),
    bases: Array.from(bases, ({ base, entries }) => ({
      format: 'cuecard/1',
      base: fileBaseOf(base),
      entries: entries.map(fileEntryOf),
    })),
    settings,
    events,
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 1)}\n`);
}
