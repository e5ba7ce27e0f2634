import type { ImportProblem, ImportProblemKind } from '../../protocol/import-calls';

/** Bounds of what is read, in bytes and counts that were really produced, not declared. */
export const importCaps = {
  bytes: 64 * 1024 * 1024,
  rows: 100_000,
  columns: 100,
  /** Lines of Markdown. */
  lines: 2_000_000,
  /** Levels of brackets in JSON; `cuecard/1` has five, other tools' exports seven. */
  depth: 12,
  /** Brackets and commas in JSON: far more than 100,000 entries have. */
  jsonMarks: 4_000_000,
  /** Files in a workbook; one with hundreds of sheets and pictures has fewer. */
  zipParts: 2_000,
} as const;

/** Thrown by the readers when a file as a whole is not to be imported. Caught by `readImport`. */
export class FileRefused extends Error {
  readonly problem: ImportProblem;

  constructor(
    kind: ImportProblemKind,
    reason: string,
    place: { row?: number; column?: string } = {},
  ) {
    super(reason);
    this.problem = { kind, row: place.row ?? 0, column: place.column ?? '', reason };
  }
}

/**
 * Lets the process answer other calls when a reader has worked for a while. Readers await it every
 * few hundred rows.
 */
export type Pace = () => Promise<void>;
