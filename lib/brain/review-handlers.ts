import type * as v from 'valibot';
import { proposalDiffSchema, reviewListSchema, reviewReplySchema } from '../protocol/hub-review';
import { moveReplySchema } from '../protocol/hub-team';
import type { Reviewed } from '../protocol/review-calls';
import type { TeamDraft } from '../store/team-rows';
import { isAway } from '../sync/hub-link';
import { opOfDraft } from '../sync/publish-drafts';
import { parseAnswer } from '../sync/pull-base';
import { dropSettled } from '../sync/settled-drafts';
import { changedEntry } from './changed-entry';
import type { BrainHandlers } from './handlers';
import type { Team } from './team';

type ReviewHandlers = Pick<
  BrainHandlers,
  Extract<keyof BrainHandlers, `review.${string}`> | 'team.move'
>;

/** The calls by which changes are handed in, looked at and decided. */
export function reviewHandlers({ store, link, sync, tell }: Team): ReviewHandlers {
  async function ask(method: 'GET' | 'POST', kb: string, path: string, body?: unknown) {
    const { membership } = store.team();
    if (membership === undefined || membership.removed) return undefined;
    const { hub, token } = membership;
    const url = `${hub}/v1/bases/${encodeURIComponent(kb)}/${path}`;
    const request = { method, url, token, ...(body === undefined ? {} : { body }) };
    return link.ask(request).catch(() => undefined);
  }

  async function get<Schema extends v.GenericSchema>(schema: Schema, kb: string, path: string) {
    const answer = await ask('GET', kb, path);
    if (answer?.status !== 200) return null;
    try {
      return parseAnswer(schema, answer.text);
    } catch {
      return null;
    }
  }

  async function decide(kb: string, path: string, body: unknown): Promise<Reviewed> {
    const answer = await ask('POST', kb, path, body);
    if (answer === undefined || isAway(answer)) return { outcome: 'unreachable' };
    if (answer.status !== 200) return { outcome: 'refused' };
    try {
      return parseAnswer(reviewReplySchema, answer.text);
    } catch {
      return { outcome: 'unreachable' };
    }
  }

  /** What was refused or taken back is a change of one's own again. */
  async function reopen(kb: string, isOver: (draft: TeamDraft) => boolean): Promise<void> {
    const putDrafts = store
      .team()
      .drafts.filter((draft) => draft.base === kb && isOver(draft))
      .map(({ handedIn: _, ...draft }) => draft);
    if (putDrafts.length === 0) return;
    await store.changeTeam({ putDrafts });
    tell();
  }

  /** What was published by this comes at once, and is no draft any more. */
  async function settle(kb: string): Promise<void> {
    await sync.sync().catch(() => {});
    await dropSettled(store, kb);
    tell();
  }

  return {
    async 'review.list'({ base }) {
      const list = await get(reviewListSchema, base, 'review');
      const over = new Set(
        list?.proposals
          .filter(({ state }) => state === 'refused' || state === 'withdrawn')
          .map(({ id }) => id),
      );
      await reopen(base, ({ handedIn }) => handedIn !== undefined && over.has(handedIn));
      return list;
    },

    async 'review.hand-in'({ base, ...how }) {
      const drafts = store
        .team()
        .drafts.filter((draft) => draft.base === base && draft.handedIn === undefined);
      if (drafts.length === 0) return { outcome: 'refused' };
      const changes = drafts.map((draft) => ({ op: opOfDraft(draft), basedOn: draft.basedOn }));
      const reply = await decide(base, 'proposals', { ...how, changes });
      if ('id' in reply && reply.id !== undefined) {
        // What was written again meanwhile was not handed in.
        const now = new Set(store.team().drafts.map((draft) => JSON.stringify(draft)));
        const handedIn = reply.id;
        const putDrafts = drafts
          .filter((draft) => now.has(JSON.stringify(draft)))
          .map((draft) => ({ ...draft, handedIn }));
        await store.changeTeam({ putDrafts });
      }
      await settle(base);
      return reply;
    },

    async 'review.diff'({ base, proposal }) {
      const path = `proposals/${encodeURIComponent(proposal)}`;
      const diff = await get(proposalDiffSchema, base, path);
      if (diff === null) return null;
      const changes = diff.changes.map(({ moved, ...change }) => ({
        ...changedEntry(change),
        moved,
      }));
      return { version: diff.version, changes };
    },

    async 'review.decide'({ base, proposal, decision }) {
      const { deed, ...body } = decision;
      const path = `proposals/${encodeURIComponent(proposal)}/${deed}`;
      const reply = await decide(base, path, body);
      if (reply.outcome === 'closed') {
        await reopen(base, ({ handedIn }) => handedIn === proposal);
      }
      await settle(base);
      return reply;
    },

    async 'team.move'({ base, ...move }) {
      const answer = await ask('POST', base, 'move', move);
      if (answer === undefined || isAway(answer)) return { outcome: 'unreachable' };
      if (answer.status === 409) return { outcome: 'asks-review' };
      if (answer.status !== 200) return { outcome: 'refused' };
      try {
        const { outcome } = parseAnswer(moveReplySchema, answer.text);
        await settle(base);
        return { outcome };
      } catch {
        return { outcome: 'unreachable' };
      }
    },

    async 'review.ask-for'({ base, approvals }) {
      const answer = await ask('POST', base, 'approvals', { approvals });
      return { done: answer?.status === 200 };
    },
  };
}
