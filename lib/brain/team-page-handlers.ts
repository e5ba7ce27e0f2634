import * as v from 'valibot';
import { figuresReplySchema } from '../protocol/hub-figures';
import { diffReplySchema, revisionsReplySchema } from '../protocol/hub-history';
import { auditReplySchema, invitesReplySchema, peopleReplySchema } from '../protocol/hub-people';
import { mayDo } from '../protocol/hub-sync';
import { publishReplySchema } from '../protocol/hub-team';
import type { HubRefusal, teamPageCalls } from '../protocol/team-page-calls';
import { askHub } from './ask-hub';
import { changedEntry } from './changed-entry';
import type { BrainHandlers } from './handlers';
import type { Team } from './team';

const nothingSchema = v.strictObject({});

/** The calls of the pages about a team: its bases' history, and its people. */
export function teamPageHandlers(team: Team): Pick<BrainHandlers, keyof typeof teamPageCalls> {
  const { store, link, sync } = team;
  const member = () => {
    const { membership } = store.team();
    return membership?.removed ? undefined : membership;
  };
  const ask = <Schema extends v.GenericSchema>(path: string, schema: Schema, body?: object) =>
    askHub(link, member(), { path, ...(body === undefined ? {} : { body }) }, schema);
  const baseAt = (base: string) => `/v1/bases/${encodeURIComponent(base)}`;

  async function deed(path: string, body: object = {}): Promise<{ outcome: 'done' | HubRefusal }> {
    const { outcome } = await ask(path, nothingSchema, body);
    // What it did to this machine is seen at once.
    if (outcome === 'told') await sync.sync().catch(() => {});
    team.tell();
    return { outcome: outcome === 'told' ? 'done' : outcome };
  }

  return {
    'team.history': ({ base, before }) => {
      const older = before === null ? '' : `?before=${before}`;
      return ask(`${baseAt(base)}/revisions${older}`, revisionsReplySchema);
    },

    async 'team.diff'({ base, from, to, offset }) {
      const isBack = from > to;
      const range = isBack ? `${to}-${from}` : `${from}-${to}`;
      const answer = await ask(`${baseAt(base)}/diff/${range}?offset=${offset}`, diffReplySchema);
      if (answer.outcome !== 'told') return answer;
      const { changes, counts, more } = answer.reply;
      const { added, changed, removed } = counts;
      return {
        outcome: 'told',
        reply: {
          changes: changes.map(({ subject, before, after }) =>
            changedEntry({
              subject,
              before: isBack ? after : before,
              after: isBack ? before : after,
            }),
          ),
          counts: isBack ? { added: removed, changed, removed: added } : counts,
          more,
        },
      };
    },

    async 'team.roll-back'({ base, from, to, why }) {
      const answer = await ask(`${baseAt(base)}/rollback`, publishReplySchema, { from, to, why });
      if (answer.outcome !== 'told') return answer;
      if (answer.reply.outcome !== 'published') return { outcome: 'conflict' };
      await sync.sync().catch(() => {});
      return { outcome: 'done' };
    },

    async 'team.people'() {
      const answer = await ask('/v1/people', peopleReplySchema);
      if (answer.outcome !== 'told') return answer;
      const { people } = answer.reply;
      const role = member()?.role;
      if (!role || !mayDo(role, 'supervisor')) {
        return { outcome: 'told', reply: { people, invites: null } };
      }
      const open = await ask('/v1/invites', invitesReplySchema);
      if (open.outcome !== 'told') return open;
      return { outcome: 'told', reply: { people, invites: open.reply.invites } };
    },

    'team.take-back-invite': ({ invite }) =>
      deed(`/v1/invites/${encodeURIComponent(invite)}/take-back`),
    'team.change-role': ({ person, base, role }) =>
      deed(`/v1/people/${encodeURIComponent(person)}/role`, { kb: base, role }),
    'team.revoke': ({ device }) => deed(`/v1/devices/${encodeURIComponent(device)}/revoke`),
    'team.remove-person': ({ person }) => deed(`/v1/people/${encodeURIComponent(person)}/remove`),
    'team.rename': ({ name }) => deed('/v1/team/rename', { name }),
    'team.figures': ({ days }) => ask(`/v1/figures?days=${days}`, figuresReplySchema),
    'team.audit': ({ offset }) => ask(`/v1/audit?offset=${offset}`, auditReplySchema),
  };
}
