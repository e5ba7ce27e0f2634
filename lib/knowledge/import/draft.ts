import type { FileEntry } from '../../protocol/knowledge-file';

/** The fields that a file may have of an entry. */
export type DraftField = Exclude<keyof FileEntry, 'id'>;

/** What a file says about one entry, before it was checked. Rows of a table may share an entry. */
export type Draft = {
  /** Line of the file or row of the sheet. */
  readonly row: number;
  readonly id?: string;
  readonly title?: string;
  readonly phrasings?: readonly string[];
  readonly answer?: string;
  readonly variants?: { readonly en?: string; readonly zh?: string };
  readonly asksFirst?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly tags?: readonly string[];
  readonly mustEdit?: boolean;
  readonly links?: FileEntry['links'];
  readonly attachments?: FileEntry['attachments'];
};
