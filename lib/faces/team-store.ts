import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Brain, BrainLink, Params, ResultOf } from '../protocol/brain-calls';
import type { Role } from '../protocol/hub-sync';
import { noTeam, type TeamStatus } from '../protocol/team-calls';
import type { teamPageCalls } from '../protocol/team-page-calls';
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
    /** What a hub offers somebody without an invite. */
    offer(address: string): Promise<ResultOf<'sign-in.offer'>>;
    signIn(given: Params<'sign-in.finish'>): Promise<ResultOf<'sign-in.finish'>['outcome']>;
    leave(): Promise<ResultOf<'team.leave'>['outcome']>;
    invite(role: Role, base?: string): Promise<ResultOf<'team.invite'>>;
    /** A link for another browser of this person. */
    ownLink(): Promise<ResultOf<'team.own-link'>>;
    /** As whom such a link lets in. */
    linkOwner(link: string): Promise<ResultOf<'team.link-owner'>>;
    changes(base: string): Promise<ResultOf<'team.changes'>>;
    publish(base: string, why: string, overwrite: boolean): Promise<ResultOf<'team.publish'>>;
    share(base: string): Promise<ResultOf<'team.share'>>;
    /** Asks real questions of the base as it is published, and as it would be. */
    replay(base: string, imported: readonly string[]): Promise<ResultOf<'replay.run'>>;
    /** What the pages about the team ask. */
    ask<Name extends keyof typeof teamPageCalls>(
      name: Name,
      params: Params<Name>,
    ): Promise<ResultOf<Name>>;
  };
};

export function createTeamStore(brain: Brain & Partial<BrainLink>): TeamStore {
  const store = createStore<TeamStatus>(() => noTeam);
  let isListening = false;
  // Whatever asks the hub asks it anew with another status: every part of a page looks.
  const take = (status: TeamStatus) => {
    if (JSON.stringify(status) !== JSON.stringify(store.getState())) store.setState(status, true);
  };
  const look = () => {
    if (!isListening) {
      isListening = true;
      brain.onNews((news) => {
        if (news.news === 'team.changed') take(news.team);
      });
      // What the last brain said of the team is not so for the next one.
      brain.onLink?.((link) => {
        if (link === 'found') look();
      });
    }
    // A brain that cannot be asked now is asked by its other callers, too: they tell of it.
    brain.call('team.status', null).then(take, () => {});
  };
  const actions: TeamStore['actions'] = {
    look,
    async join(link, name) {
      const { outcome } = await brain.call('team.join', { link, name });
      look();
      return outcome;
    },
    offer: (address) => brain.call('sign-in.offer', { address }),
    async signIn(given) {
      const { outcome } = await brain.call('sign-in.finish', given);
      look();
      return outcome;
    },
    async leave() {
      const { outcome } = await brain.call('team.leave', null);
      look();
      return outcome;
    },
    invite: (role, base) =>
      brain.call('team.invite', { role, ...(base === undefined ? {} : { base }) }),
    ownLink: () => brain.call('team.own-link', null),
    linkOwner: (link) => brain.call('team.link-owner', { link }),
    changes: (base) => brain.call('team.changes', { base }),
    publish: (base, why, overwrite) => brain.call('team.publish', { base, why, overwrite }),
    share: (base) => brain.call('team.share', { base }),
    replay: (base, imported) => brain.call('replay.run', { base, imported: [...imported] }),
    ask: (name, params) => brain.call(name, params),
  };
  return Object.assign(store, { actions, review: reviewDesk(brain), gaps: gapDesk(brain) });
}
