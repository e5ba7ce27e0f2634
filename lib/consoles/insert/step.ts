import type { InsertOutcome } from '../../protocol/console-messages';
import type { Composer } from './composer';

export type StepName = Extract<InsertOutcome, { outcome: 'inserted' }>['step'];

/** One way of writing into a composer. The caret or selection stands where the text belongs. */
export type Step = {
  readonly name: StepName;
  /** Whether the browser itself writes, so that its own undo takes it back. */
  readonly isNative: boolean;
  /** Tells whether anything took the text; whether it arrived is read afterwards. */
  run(composer: Composer, text: string): boolean;
};
