import type { Language } from './language';
import type { Route } from './route';

/** A named set of entries that is shown, imported and published as a whole. */
export type KnowledgeBase = {
  readonly id: string;
  readonly name: string;
  readonly scope: 'shared' | 'exclusive';
  /** Where an exclusive base applies; everywhere when it has none. A shared one needs none. */
  readonly routes?: readonly Route[];
  /** The language its answers are written in. */
  readonly language: Language;
  /** Greetings, thanks and the like: ranked only when nothing else scores. */
  readonly smallTalk: boolean;
  /** What to send when the agent needs a moment. */
  readonly holding?: string;
  readonly updatedAt: number;
};
