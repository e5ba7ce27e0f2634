import type { ColumnField } from '../protocol/import-calls';

/** The columns of the tables that we write, in order. A table that has just these is ours. */
export const tableHeader: readonly Exclude<ColumnField, 'ignore'>[] = [
  'id',
  'title',
  'phrasing',
  'answer',
  'answer.en',
  'answer.zh',
  'tags',
  'validFrom',
  'validUntil',
  'asksFirst',
  'mustEdit',
  'links',
];
