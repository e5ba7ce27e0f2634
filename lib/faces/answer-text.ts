import type { SlotName, SlotValues } from '../domain/slots';
import { type AnswerLink, type AnswerRun, answerRuns } from './answer-runs';

export type PlainAnswer = {
  /** What goes into the reply box. A slot without a value stands in it as `{{name}}`. */
  readonly text: string;
  /** Slots that lack a value, in order, each once. */
  readonly missing: readonly SlotName[];
};

/** A slot's value as it is used: one line, no blanks around it. Undefined when there is none. */
export function slotValue(name: SlotName, values: SlotValues): string | undefined {
  const value = values[name]?.replace(/\s+/g, ' ').trim();
  return value ? value : undefined;
}

/** The address shown behind a link's words; nothing when the words are the address itself. */
export function addressBehind(link: AnswerLink, words: string): string {
  return words === link.shown || words === link.href ? '' : ` (${link.shown})`;
}

/**
 * The answer as it stands on the card, as plain text: bold marks dropped, "- " kept, a link as
 * `text (address)`.
 */
export function plainAnswer(template: string, values: SlotValues): PlainAnswer {
  const missing: SlotName[] = [];
  const textOf = (run: AnswerRun) => {
    if (run.kind === 'text') return run.text;
    const value = slotValue(run.name, values);
    if (value === undefined && !missing.includes(run.name)) missing.push(run.name);
    return value ?? `{{${run.name}}}`;
  };
  const lines = answerRuns(template).map(({ listed, runs }) => {
    let line = listed ? '- ' : '';
    let words = '';
    for (const [at, run] of runs.entries()) {
      const text = textOf(run);
      line += text;
      if (run.link === undefined) continue;
      words += text;
      if (runs[at + 1]?.link !== run.link) {
        line += addressBehind(run.link, words);
        words = '';
      }
    }
    return line;
  });
  return { text: lines.join('\n'), missing };
}
