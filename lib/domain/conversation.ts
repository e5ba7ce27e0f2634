import type { Message } from './message';
import type { FieldValues } from './slots';

/** `note`: what is typed there is seen by staff only. `missing`: there is no reply box now. */
export type ComposerState = 'ready' | 'note' | 'missing';

/** What the console script reads from the page: the visible conversation's last messages. */
export type Conversation = {
  /** Tells conversations of one console apart; the same for as long as the same one is shown. */
  readonly key: string;
  /** Id of the recipe that read it. */
  readonly consoleId: string;
  readonly host: string;
  readonly customerName?: string;
  readonly agentName?: string;
  /** What else the recipe knows where to find; only what is shown now. */
  readonly fields?: FieldValues;
  /** Labels, or tags, that it has in the console. */
  readonly labels?: readonly string[];
  /** Oldest first, drafts and pending rows left out. */
  readonly messages: readonly Message[];
  readonly composer: ComposerState;
  /** Whether the reply box holds text of the agent's own. */
  readonly hasDraft: boolean;
};
