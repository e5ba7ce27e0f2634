import type { FormattedLine } from '../../domain/formatted-line';
import type { InsertOutcome } from '../../protocol/console-messages';
import type { Composer } from './composer';

export type StepName = Extract<InsertOutcome, { outcome: 'inserted' }>['step'];

/** One way of writing into a composer. The caret or selection stands where the text belongs. */
export type Step = {
  readonly name: StepName;
  /** Whether the browser itself writes, so that its own undo takes it back. */
  readonly isNative: boolean;
  /** What it writes in place of the plain text; it has failed where this is not kept. */
  readonly formatted?: readonly FormattedLine[];
  /** Tells whether anything took the text; whether it arrived is read afterwards. */
  run(composer: Composer, text: string): boolean;
};
