/** A stretch of an answer with one look. Its text is text, never markup. */
export type FormattedRun = {
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly href?: string | undefined;
};

/** One line of an answer that is ready to be inserted, with the looks that its author gave it. */
export type FormattedLine = { readonly listed: boolean; readonly runs: readonly FormattedRun[] };

/** Whether there is anything about the lines that plain text cannot show. */
export function isFormatted(lines: readonly FormattedLine[]): boolean {
  return lines.some(
    ({ listed, runs }) =>
      listed || runs.some(({ bold, href }) => bold === true || href !== undefined),
  );
}

/** What is read of formatted lines where the formatting is kept: no dashes, no addresses. */
export function wordsOf(lines: readonly FormattedLine[]): string {
  return lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');
}
