import type { Brain, Params, ResultOf } from '../protocol/brain-calls';

/** What can be done about changes that are handed in. */
export type ReviewDesk = {
  /** Calls back when others changed what is handed in of a base; returns what stops it. */
  onChange(base: string, listener: () => void): () => void;
  list(base: string): Promise<ResultOf<'review.list'>>;
  handIn(change: Params<'review.hand-in'>): Promise<ResultOf<'review.hand-in'>>;
  diff(base: string, proposal: string): Promise<ResultOf<'review.diff'>>;
  decide(
    base: string,
    proposal: string,
    decision: Params<'review.decide'>['decision'],
  ): Promise<ResultOf<'review.decide'>>;
  move(how: Params<'team.move'>): Promise<ResultOf<'team.move'>>;
  askFor(base: string, approvals: 0 | 1 | 2): Promise<ResultOf<'review.ask-for'>>;
};

export const reviewDesk = (brain: Brain): ReviewDesk => ({
  onChange: (base, listener) =>
    brain.onNews((news) => {
      if (news.news !== 'desk.changed' || news.desk.of !== 'review') return;
      if (news.desk.base === base) listener();
    }),
  list: (base) => brain.call('review.list', { base }),
  handIn: (change) => brain.call('review.hand-in', change),
  diff: (base, proposal) => brain.call('review.diff', { base, proposal }),
  decide: (base, proposal, decision) => brain.call('review.decide', { base, proposal, decision }),
  move: (how) => brain.call('team.move', how),
  askFor: (base, approvals) => brain.call('review.ask-for', { base, approvals }),
});
