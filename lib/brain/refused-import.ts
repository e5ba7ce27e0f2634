import type { ImportResult } from '../protocol/brain-calls';

type Refused = Extract<ImportResult, { outcome: 'refused' }>;

/** As many problems of a file as a person can use; the rest are counted. */
const mostProblems = 20;

export const refusedImport = (problems: readonly Refused['problems'][number][]): Refused => ({
  outcome: 'refused',
  problems: problems.slice(0, mostProblems),
  more: Math.max(0, problems.length - mostProblems),
});
