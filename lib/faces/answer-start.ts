import type { SlotName } from '../domain/slots';
import { answerRuns } from './answer-runs';

/**
 * The first words of an answer for one line of a list: no marks, and slots by what they ask for.
 * The words may have been cut anywhere, also within a slot.
 */
export function answerStart(start: string, slotWords: (slot: SlotName) => string): string {
  const whole = start.replace(/\{\{[^{}]{0,100}$/, '…');
  return answerRuns(whole)
    .flatMap(({ runs }) => runs)
    .map((run) => (run.kind === 'text' ? run.text : `[${slotWords(run.name)}]`))
    .join('')
    .replaceAll('**', '');
}
