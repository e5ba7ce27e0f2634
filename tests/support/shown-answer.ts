import { answerRuns } from '../../lib/faces/answer-runs';
import { addressBehind } from '../../lib/faces/answer-text';

/** Line ends are elements on the screen; everything else is compared. */
export const inOneLine = (text: string) => text.replaceAll('\n', '');

/** What a face shows of an answer, in one line: bold without its stars, links with their address. */
export function shownAnswer(template: string): string {
  const shown = answerRuns(template).flatMap(({ runs }) =>
    runs.map((run, at) => {
      const text = run.kind === 'text' ? run.text : '';
      if (run.link === undefined || runs[at + 1]?.link === run.link) return text;
      const linked = runs.filter((other) => other.link === run.link);
      const words = linked.map((one) => (one.kind === 'text' ? one.text : '')).join('');
      return text + addressBehind(run.link, words);
    }),
  );
  return inOneLine(shown.join(''));
}
