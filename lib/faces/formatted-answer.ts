import { type FormattedLine, isFormatted } from '../domain/formatted-line';
import type { SlotValues } from '../domain/slots';
import { answerRuns } from './answer-runs';
import { slotValue } from './answer-text';

/**
 * The answer as it stands on the card, with its looks; nothing where it has none. A slot's value is
 * text, whatever it holds.
 */
export function formattedAnswer(
  template: string,
  values: SlotValues,
): { readonly formatted?: readonly FormattedLine[] } {
  const formatted = linesOf(template, values);
  return isFormatted(formatted) ? { formatted } : {};
}

function linesOf(template: string, values: SlotValues): FormattedLine[] {
  return answerRuns(template).map(({ listed, runs }) => ({
    listed,
    runs: runs.map((run) => ({
      text: run.kind === 'text' ? run.text : (slotValue(run.name, values) ?? `{{${run.name}}}`),
      ...(run.bold ? { bold: true } : {}),
      ...(run.link === undefined ? {} : { href: run.link.href }),
    })),
  }));
}
