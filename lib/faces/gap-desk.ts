import type { RedactionRule } from '../domain/redaction-rule';
import type { Brain, ResultOf } from '../protocol/brain-calls';

/** The team's unanswered questions, and what is sent of them. */
export type GapDesk = {
  /** Calls back when others changed them; returns a function that stops it. */
  onChange(listener: () => void): () => void;
  list(): Promise<ResultOf<'gaps.list'>>;
  close(ids: readonly string[]): Promise<ResultOf<'gaps.close'>>;
  /** Whether the team sees how customers ask when an agent picks; null while that is not known. */
  sharesPicks(): Promise<boolean | null>;
  sharePicks(learned: boolean): Promise<{ readonly done: boolean }>;
  setRules(sharing: boolean, redaction: readonly RedactionRule[]): Promise<ResultOf<'gaps.rules'>>;
};

export const gapDesk = (brain: Brain): GapDesk => ({
  onChange: (listener) =>
    brain.onNews((news) => {
      if (news.news === 'desk.changed' && news.desk.of === 'gaps') listener();
    }),
  list: () => brain.call('gaps.list', null),
  close: (ids) => brain.call('gaps.close', { ids: [...ids] }),
  sharesPicks: async () => (await brain.call('team-learning.sharing', null))?.learned ?? null,
  sharePicks: (learned) => brain.call('team-learning.share', { learned }),
  setRules: (sharing, redaction) =>
    brain.call('gaps.rules', { sharing, redaction: [...redaction] }),
});
