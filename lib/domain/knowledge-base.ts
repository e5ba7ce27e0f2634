import type { Language } from './language';

/** A named set of entries that is shown, imported and published as a whole. */
export type KnowledgeBase = {
  readonly id: string;
  readonly name: string;
  readonly scope: 'shared' | 'exclusive';
  /** The language its answers are written in. */
  readonly language: Language;
  /** Greetings, thanks and the like: ranked only when nothing else scores. */
  readonly smallTalk: boolean;
  /** What to send when the agent needs a moment. */
  readonly holding?: string;
  readonly updatedAt: number;
};
