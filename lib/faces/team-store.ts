import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Brain, Params, ResultOf } from '../protocol/brain-calls';
import { noTeam, type TeamStatus } from '../protocol/team-calls';
import { type GapDesk, gapDesk } from './gap-desk';
import { type ReviewDesk, reviewDesk } from './review-desk';

/** How this machine stands with its team, and what can be done about it. */
export type TeamStore = StoreApi<TeamStatus> & {
  readonly review: ReviewDesk;
  readonly gaps: GapDesk;
  readonly actions: {
    /** Asks the brain how it stands; afterwards it tells of every change by itself. */
    look(): void;
    join(link: string, name: string): Promise<ResultOf<'team.join'>['outcome'] | 'unreachable'>;
    leave(): Promise<void>;
    invite(role: Params<'team.invite'>['role']): Promise<string | null>;
    changes(base: string): Promise<ResultOf<'team.changes'>>;
    publish(base: string, why: string, overwrite: boolean): Promise<ResultOf<'team.publish'>>;
    share(base: string): Promise<ResultOf<'team.share'>>;
  };
};

export function createTeamStore(brain: Brain): TeamStore {
  const store = createStore<TeamStatus>(() => noTeam);
  let isListening = false;
  const look = () => {
    if (!isListening) {
      isListening = true;
      brain.onNews((news) => {
        if (news.news === 'team.changed') store.setState(news.team, true);
      });
    }
    // A brain that cannot be asked now is asked by its other callers, too: they tell of it.
    brain.call('team.status', null).then(
      (status) => store.setState(status, true),
      () => {},
    );
  };
  const actions: TeamStore['actions'] = {
    look,
    async join(link, name) {
      const { outcome } = await brain.call('team.join', { link, name });
      look();
      return outcome;
    },
    async leave() {
      await brain.call('team.leave', null);
      look();
    },
    invite: async (role) => (await brain.call('team.invite', { role })).link,
    changes: (base) => brain.call('team.changes', { base }),
    publish: (base, why, overwrite) => brain.call('team.publish', { base, why, overwrite }),
    share: (base) => brain.call('team.share', { base }),
  };
  return Object.assign(store, { actions, review: reviewDesk(brain), gaps: gapDesk(brain) });
}
