import { type ColumnField, columnFields } from '../protocol/import-calls';

/** The columns of the tables that we write, in order. A table that has just these is ours. */
export const tableHeader = columnFields.filter(
  (field): field is Exclude<ColumnField, 'ignore'> => field !== 'ignore',
);
