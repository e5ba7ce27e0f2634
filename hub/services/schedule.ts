import * as v from 'valibot';
import { type Op, opSchema, subjectOf } from '../../lib/protocol/hub-ops.ts';
import { big, type Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import { markDesk } from './marks.ts';
import { approvalsOf, lockedProposal, neededFor, type ProposalRow } from './proposals.ts';
import { type Done, publishIn, tellPublished } from './publish.ts';
import { settle } from './review.ts';

const dueRow = v.object({ id: v.string(), organisation: v.string(), kb: v.string() });
const lookEveryMs = 1_000;

/**
 * Publishes what is due and takes back what is over. What is due stands in the database, so a hub
 * that was not running catches up; each row is claimed by its lock, so of several hubs one does it.
 * One that fails holds up no other; afterwards the first failure is thrown.
 */
export async function runDue(hub: Hub): Promise<void> {
  const now = hub.now();
  const due = await hub.database.rows(
    dueRow,
    `select id, organisation, kb from proposal
     where (state = 'waiting' and publish_at <= $1)
        or (state = 'published' and before is not null and expire_at <= $1)
     order by coalesce(publish_at, at), id`,
    [now],
  );
  let failure: { readonly error: unknown } | undefined;
  for (const row of due) {
    await runOne(hub, row, now).catch((error: unknown) => {
      failure ??= { error };
    });
  }
  if (failure !== undefined) throw failure.error;
}

type Due = v.InferOutput<typeof dueRow>;
async function runOne(hub: Hub, { id, organisation, kb }: Due, now: number): Promise<void> {
  const ran = await hub.database.transaction(async (sql) => {
    const row = await lockedProposal(sql, organisation, kb, id);
    const told = async (done: Done | undefined) => {
      return { done, poke: await markDesk(sql, organisation, { review: kb }) };
    };
    if (row.state === 'published') {
      // Of several hubs one takes it back.
      const isOver = row.before !== null && row.expire_at !== null && row.expire_at <= now;
      return isOver ? told(await expire(sql, hub, row)) : undefined;
    }
    if (row.state !== 'waiting' || row.publish_at === null || row.publish_at > now) {
      return undefined;
    }
    const approvals = await approvalsOf(sql, [id]);
    if (approvals.length < neededFor(row)) return undefined;
    return told((await settle(sql, hub, row)).done);
  });
  if (ran === undefined) return;
  hub.tell(organisation, ran.poke);
  if (ran.done !== undefined) await tellPublished(hub, organisation, ran.done);
}

/** Looks every second for what is due, until the function that it gives back is called. */
export function keepSchedule(hub: Hub, tellError: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = runDue(hub)
      .catch(tellError)
      .finally(() => {
        isRunning = false;
      });
  }, lookEveryMs);
  return () => {
    clearInterval(timer);
    return running;
  };
}

const versionRow = v.object({ version: big });
const bodies = v.array(v.tuple([v.string(), v.nullable(v.string())]));

/** Makes everything stand as before, apart from what somebody changed again meanwhile. */
async function expire(sql: Sql, hub: Hub, row: ProposalRow): Promise<Done | undefined> {
  if (row.before === null) return undefined;
  const { organisation, kb, person } = row;
  // Not as a record: an answer may be called as what every object has.
  const before = new Map(v.parse(bodies, Object.entries(JSON.parse(row.before))));
  const changes: { op: Op; basedOn: number }[] = [];
  let left = 0;
  for (const { op } of row.changes) {
    const subject = subjectOf(op);
    if (!before.has(subject)) continue;
    const [stands] = await sql.rows(
      versionRow,
      'select version from subject where organisation = $1 and kb = $2 and id = $3',
      [organisation, kb, subject],
    );
    const body = before.get(subject) ?? null;
    if ((stands?.version ?? 0) > (row.version ?? 0)) left++;
    else if (body !== null || subject !== '*') {
      const back = body === null ? ({ op: 'del', id: subject } as const) : JSON.parse(body);
      changes.push({ op: v.parse(opSchema, back), basedOn: row.version ?? 0 });
    }
  }
  await sql.run('update proposal set before = null where id = $1', [row.id]);
  const about = `${row.id} for ${kb}${left > 0 ? `, ${left} left as changed since` : ''}`;
  await writeAudit(sql, { organisation, person, at: hub.now(), deed: 'expired', about });
  if (changes.length === 0) return undefined;
  const why = row.why;
  return publishIn(sql, hub, { organisation, person }, { kb, changes, why });
}
