import type { RedactionRule } from '../domain/redaction-rule';
import type { Brain, ResultOf } from '../protocol/brain-calls';

/** The team's unanswered questions, and what is sent of them. */
export type GapDesk = {
  /** Calls back when others changed them; returns a function that stops it. */
  onChange(listener: () => void): () => void;
  list(): Promise<ResultOf<'gaps.list'>>;
  close(ids: readonly string[]): Promise<ResultOf<'gaps.close'>>;
  setRules(sharing: boolean, redaction: readonly RedactionRule[]): Promise<ResultOf<'gaps.rules'>>;
};

export const gapDesk = (brain: Brain): GapDesk => ({
  onChange: (listener) =>
    brain.onNews((news) => {
      if (news.news === 'desk.changed' && news.desk.of === 'gaps') listener();
    }),
  list: () => brain.call('gaps.list', null),
  close: (ids) => brain.call('gaps.close', { ids: [...ids] }),
  setRules: (sharing, redaction) =>
    brain.call('gaps.rules', { sharing, redaction: [...redaction] }),
});
