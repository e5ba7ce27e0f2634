import { readJoinLink } from '../protocol/hub-address';
import { baseSubject } from '../protocol/hub-ops';
import { inviteReplySchema, joinReplySchema, panelsReplySchema } from '../protocol/hub-team';
import type { Published, teamCalls } from '../protocol/team-calls';
import type { TeamDraft } from '../store/team-rows';
import {
  baseOp,
  makeTeamBase,
  opOfDraft,
  type PublishOutcome,
  publishChanges,
  putOp,
} from '../sync/publish-drafts';
import { parseAnswer } from '../sync/pull-base';
import { enterTeam, lastEvent, leaveTeam } from './enter-team';
import type { BrainHandlers } from './handlers';
import type { Knowledge } from './knowledge';
import type { Team } from './team';

type TeamHandlers = Pick<BrainHandlers, keyof typeof teamCalls>;

/** The calls by which a person joins a team, leaves it and publishes to it. */
export function teamHandlers(team: Team, knowledge: Knowledge): TeamHandlers {
  const { store, link } = team;
  const member = () => {
    const { membership } = store.team();
    return membership?.removed ? undefined : membership;
  };
  /** What was handed in waits at the hub. */
  const draftsOf = (kb: string) =>
    store.team().drafts.filter(({ base, handedIn }) => base === kb && handedIn === undefined);

  return {
    'team.status': () => team.status(),

    async 'team.join'({ link: given, name }) {
      const read = readJoinLink(given);
      if (read === undefined) return { outcome: 'bad-link' };
      if (read === 'not-secure') return { outcome: 'not-secure' };
      const { hub, invite, isOwn } = read;
      const eventsFrom = await lastEvent(team);
      const [path, body] = isOwn
        ? ['/v1/device-links/join', { link: invite, eventsFrom }]
        : ['/v1/join', { invite, name, eventsFrom }];
      try {
        const answer = await link.ask({ method: 'POST', url: `${hub}${path}`, body });
        if (answer.status === 410) return { outcome: 'used-up' };
        if (answer.status !== 200) return { outcome: 'unreachable' };
        const { token, organisation, name: person } = parseAnswer(joinReplySchema, answer.text);
        await enterTeam(team, { hub, token, organisation, person });
      } catch {
        return { outcome: 'unreachable' };
      }
      await team.start()?.attempt();
      return { outcome: 'joined' };
    },

    async 'team.leave'() {
      const outcome = await leaveTeam(team);
      if (outcome === 'last-admin') team.start();
      team.tell();
      return { outcome };
    },

    async 'team.invite'({ role, base }) {
      const membership = member();
      if (membership === undefined) return { link: null, expiresAt: 0 };
      const { hub, token } = membership;
      const body = { role, kb: base ?? '*' };
      try {
        const answer = await link.ask({ method: 'POST', url: `${hub}/v1/invites`, token, body });
        const { invite, expiresAt } = parseAnswer(inviteReplySchema, answer.text);
        return { link: `${hub}/join#${invite}`, expiresAt };
      } catch {
        return { link: null, expiresAt: 0 };
      }
    },

    async 'team.changes'({ base }) {
      const published = new Set(
        draftsOf(base).length === 0 ? [] : (await store.readPublished(base)).map(({ id }) => id),
      );
      return {
        changes: draftsOf(base).map((draft) => ({
          id: draft.id,
          title: titleOf(draft, knowledge),
          kind: kindOf(draft, published),
        })),
        panels: await panels(base),
      };
    },

    async 'team.publish'({ base, why, overwrite }) {
      const membership = member();
      if (membership === undefined) return { outcome: 'refused' };
      const drafts = draftsOf(base);
      const version = store.team().bases.find(({ kb }) => kb === base)?.cursor?.version ?? 0;
      const changes = drafts.map((draft) => ({
        op: opOfDraft(draft),
        basedOn: overwrite ? version : draft.basedOn,
      }));
      const outcome = await publishChanges(link, membership, { kb: base, changes, why });
      // Also after a conflict: then the others' versions come, and can be written over knowingly.
      await team.sync.sync().catch(() => {});
      if (outcome.outcome === 'published') {
        // What was written again meanwhile stays a draft, and changes what was published.
        const { version } = outcome;
        const sent = new Set(drafts.map((draft) => JSON.stringify(draft)));
        const ids = new Set(drafts.map(({ id }) => id));
        const now = draftsOf(base).filter(({ id }) => ids.has(id));
        const dropDrafts = now.filter((draft) => sent.has(JSON.stringify(draft)));
        const putDrafts = now
          .filter((draft) => !dropDrafts.includes(draft) && draft.basedOn < version)
          .map((draft) => ({ ...draft, basedOn: version }));
        await store.changeTeam({ dropDrafts, putDrafts });
      }
      team.tell();
      return publishedOf(outcome, drafts, knowledge);
    },

    async 'team.share'({ base: kb }) {
      const membership = member();
      const own = knowledge.base(kb);
      if (membership === undefined || own === undefined) return { outcome: 'refused' };
      // In one go: a synchronisation in between would meet a team's base where one's own still is.
      const outcome = await team.sync.alone(async () => {
        const made = await makeTeamBase(link, membership, kb);
        if (made === 'unreachable' || made === 'refused') return { outcome: made };
        const ops = [baseOp(own.base), ...own.entries.map(putOp)];
        const changes = ops.map((op) => ({ op, basedOn: 0 }));
        const done = await publishChanges(link, membership, { kb, changes, why: '' });
        if (done.outcome === 'published') {
          const row = { kb, role: 'supervisor', readKey: '', cursor: null } as const;
          await store.changeTeam({ bases: [row] });
        }
        return done;
      });
      if (outcome.outcome !== 'published') return publishedOf(outcome, [], knowledge);
      await team.sync.sync().catch(() => {});
      team.tell();
      return { outcome: 'published' };
    },
  };

  async function panels(kb: string) {
    const membership = member();
    if (membership === undefined) return null;
    const { hub, token } = membership;
    const url = `${hub}/v1/bases/${encodeURIComponent(kb)}/panels`;
    try {
      const answer = await link.ask({ method: 'GET', url, token });
      return parseAnswer(panelsReplySchema, answer.text);
    } catch {
      return null;
    }
  }
}

function titleOf({ base, id, entry, fields }: TeamDraft, knowledge: Knowledge): string {
  return entry?.title ?? fields?.name ?? knowledge.entry(`${base}/${id}`)?.entry.title ?? id;
}

function kindOf({ id, entry }: TeamDraft, published: ReadonlySet<string>) {
  if (id === baseSubject) return 'base';
  if (entry === null) return 'deleted';
  return published.has(id) ? 'edited' : 'new';
}

function publishedOf(
  outcome: PublishOutcome,
  drafts: readonly TeamDraft[],
  knowledge: Knowledge,
): Published {
  if (outcome.outcome !== 'conflict') return { outcome: outcome.outcome };
  const titles = outcome.subjects.map((subject) => {
    const draft = drafts.find(({ id }) => id === subject);
    return draft === undefined ? subject : titleOf(draft, knowledge);
  });
  return { outcome: 'conflict', titles };
}
