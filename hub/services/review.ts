import * as v from 'valibot';
import { subjectOf } from '../../lib/protocol/hub-ops.ts';
import type { ReviewReply } from '../../lib/protocol/hub-review.ts';
import type { Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import { baseAt } from './bases.ts';
import { movedOf } from './diff.ts';
import type { Hub } from './hub.ts';
import { markDesk } from './marks.ts';
import type { Member } from './members.ts';
import {
  approvalsOf,
  lockedProposal,
  mayPublish,
  neededFor,
  type ProposalRow,
} from './proposals.ts';
import { type Change, type Done, publishIn, tellPublished } from './publish.ts';
import { Refusal } from './refusal.ts';
import { newId } from './secrets.ts';

type HandedIn = {
  readonly why: string;
  readonly changes: readonly Change[];
  readonly publishAt: number | null;
  readonly expireAt: number | null;
};

/** Sets how many must approve each change of a base. */
export async function setApprovals(hub: Hub, by: Member, kb: string, approvals: number) {
  const poke = await hub.database.transaction(async (sql) => {
    await baseAt(sql, by.organisation, kb);
    await sql.run('update kb set approvals = $3 where organisation = $1 and id = $2', [
      by.organisation,
      kb,
      approvals,
    ]);
    const about = `${approvals} for ${kb}`;
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'set approvals', about });
    return markDesk(sql, by.organisation, { review: kb });
  });
  hub.tell(by.organisation, poke);
}

/** Takes changes in for review, or for a time; where neither is asked for, publishes them. */
export async function handIn(
  hub: Hub,
  by: Member,
  kb: string,
  { why, changes, publishAt, expireAt }: HandedIn,
): Promise<ReviewReply> {
  const id = newId();
  return decided(hub, by, kb, async (sql) => {
    await baseAt(sql, by.organisation, kb);
    // Roles wait for this, so that who loses theirs meanwhile leaves nothing that publishes itself.
    await sql.run('select 1 from organisation where id = $1 for share', [by.organisation]);
    const least = (await mayPublish(sql, by.person, kb)) ? 0 : 1;
    await sql.run(
      `insert into proposal (id, organisation, kb, person, at, why, changes, least, state,
         publish_at, expire_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10)`,
      [
        ...[id, by.organisation, kb, by.person, hub.now(), why, JSON.stringify(changes)],
        ...[least, publishAt, expireAt],
      ],
    );
    await note(sql, hub, by, 'handed in', `${id} for ${kb}`);
    await replaceOwn(sql, hub, by, kb, id, changes);
    const { reply, ...rest } = await settle(
      sql,
      hub,
      await lockedProposal(sql, by.organisation, kb, id),
    );
    return { reply: reply.outcome === 'conflict' ? reply : { ...reply, id }, ...rest };
  });
}

/**
 * Counts an approval; the last that was missing publishes, or leaves it to the clock. Where others
 * changed the same since, it is said, and counts only from who has seen theirs and writes over it.
 */
export async function approve(
  hub: Hub,
  by: Member,
  { kb, id }: { readonly kb: string; readonly id: string },
  { seen, overwrite }: { readonly seen: number; readonly overwrite: boolean },
): Promise<ReviewReply> {
  return decided(hub, by, kb, async (sql) => {
    const row = await openProposal(sql, by, kb, id);
    if (row.person === by.person) throw new Refusal(403, 'Nobody approves their own changes');
    const { version } = await baseAt(sql, by.organisation, kb);
    if (overwrite && seen <= version) {
      const changes = row.changes.map((change) => ({
        ...change,
        basedOn: Math.max(change.basedOn, seen),
      }));
      const values = [id, JSON.stringify(changes)];
      await sql.run('update proposal set changes = $2 where id = $1', values);
    }
    const moved = await movedOf(sql, await lockedProposal(sql, by.organisation, kb, id));
    if (moved.length > 0) return { reply: { outcome: 'conflict', subjects: moved } };
    await sql.run(
      'insert into approval (proposal, person, at) values ($1, $2, $3) on conflict do nothing',
      [id, by.person, hub.now()],
    );
    await note(sql, hub, by, 'approved', `${id} for ${kb}`);
    return settle(sql, hub, await lockedProposal(sql, by.organisation, kb, id));
  });
}

/** Ends a proposal without publishing it: refused by a supervisor, or taken back by its author. */
export async function close(
  hub: Hub,
  by: Member,
  { kb, id }: { readonly kb: string; readonly id: string },
  state: 'refused' | 'withdrawn',
  word: string,
): Promise<ReviewReply> {
  return decided(hub, by, kb, async (sql) => {
    const row = await openProposal(sql, by, kb, id);
    if (state === 'withdrawn' && row.person !== by.person) {
      throw new Refusal(403, 'Somebody else handed this in');
    }
    await sql.run(
      'update proposal set state = $2, word = $3, closed_by = $4, closed_at = $5 where id = $1',
      [id, state, word, by.person, hub.now()],
    );
    await note(sql, hub, by, state, `${id} for ${kb}`);
    return { reply: { outcome: 'closed' } };
  });
}

/** More of one person's, each as large as a body may be, would be more than anybody reviews. */
const mostOpen = 50;

/** What somebody hands in takes the place of what they handed in of the same before. */
async function replaceOwn(
  sql: Sql,
  hub: Hub,
  by: Member,
  kb: string,
  id: string,
  changes: readonly Change[],
): Promise<void> {
  const subjects = new Set(changes.map(({ op }) => subjectOf(op)));
  const mine = await sql.rows(
    v.object({ id: v.string() }),
    `select id from proposal where organisation = $1 and kb = $2 and person = $3 and id <> $4
       and state in ('waiting', 'stuck')`,
    [by.organisation, kb, by.person, id],
  );
  if (mine.length >= mostOpen) {
    throw new Refusal(
      409,
      `${mostOpen} of yours wait already: take some back, or ask for a review`,
    );
  }
  for (const other of mine) {
    const row = await lockedProposal(sql, by.organisation, kb, other.id);
    if (!row.changes.some(({ op }) => subjects.has(subjectOf(op)))) continue;
    await sql.run("update proposal set state = 'withdrawn', closed_at = $2 where id = $1", [
      other.id,
      hub.now(),
    ]);
    await note(sql, hub, by, 'replaced', `${other.id} for ${kb}`);
  }
}

type Decided = { readonly reply: ReviewReply; readonly done?: Done };

/** Decides in one transaction, and tells the panels and who reviews afterwards. */
async function decided(
  hub: Hub,
  { organisation }: Member,
  kb: string,
  work: (sql: Sql) => Promise<Decided>,
): Promise<ReviewReply> {
  const { reply, done, poke } = await hub.database.transaction(async (sql) => ({
    ...(await work(sql)),
    poke: await markDesk(sql, organisation, { review: kb }),
  }));
  hub.tell(organisation, poke);
  if (done !== undefined) await tellPublished(hub, organisation, done);
  return reply;
}

/** Publishes a proposal that nothing holds back any more. */
export async function settle(sql: Sql, hub: Hub, row: ProposalRow): Promise<Decided> {
  const approvals = await approvalsOf(sql, [row.id]);
  if (approvals.length < neededFor(row)) return { reply: { outcome: 'waiting' } };
  const now = hub.now();
  if (row.publish_at !== null && row.publish_at > now) return { reply: { outcome: 'scheduled' } };
  const { id: proposal, organisation, person, kb, changes, why } = row;
  const author = { organisation, person };
  const done = await publishIn(sql, hub, author, { kb, changes, why, proposal });
  const about = `${row.id} for ${kb}`;
  if (done.outcome === 'conflict') {
    await sql.run("update proposal set state = 'stuck' where id = $1", [row.id]);
    await note(sql, hub, row, 'could not publish', about);
    return { reply: { outcome: 'conflict', subjects: [...done.subjects] } };
  }
  await sql.run(
    `update proposal set state = 'published', closed_at = $2, version = $3, before = $4
     where id = $1`,
    [row.id, now, done.head.version, row.expire_at === null ? null : JSON.stringify(done.before)],
  );
  // A revision is told by itself, with who approved it.
  if (done.poke === undefined) await note(sql, hub, row, 'stood already', about);
  return { reply: { outcome: 'published' }, done };
}

async function openProposal(sql: Sql, by: Member, kb: string, id: string) {
  const row = await lockedProposal(sql, by.organisation, kb, id);
  if (row.state !== 'waiting' && row.state !== 'stuck') {
    throw new Refusal(409, 'This was decided already');
  }
  return row;
}

const note = (
  sql: Sql,
  hub: Hub,
  { organisation, person }: { readonly organisation: string; readonly person: string },
  deed: string,
  about: string,
) => writeAudit(sql, { organisation, person, at: hub.now(), deed, about });
