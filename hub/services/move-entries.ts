import * as v from 'valibot';
import { type HubEntry, opSchema } from '../../lib/protocol/hub-ops.ts';
import type { MoveHow, MoveReply } from '../../lib/protocol/hub-team.ts';
import type { Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import { demand, type Member } from './members.ts';
import { demandNoReview } from './proposals.ts';
import { type Done, publishIn, tellPublished } from './publish.ts';
import { Refusal } from './refusal.ts';

type Move = {
  readonly from: string;
  readonly to: string;
  readonly ids: readonly string[];
  readonly how: MoveHow;
};

/**
 * Moves or copies entries from a base to another as they stand: in one transaction, so that nobody
 * can fetch half of it. An entry of the same id that says something else there is not written over.
 */
export async function moveEntries(hub: Hub, by: Member, move: Move): Promise<MoveReply> {
  const { from, to, ids, how } = move;
  if (from === to) throw new Refusal(400, 'This is the same base');
  // The route asked for the one; the other is in the body.
  demand(by, to, 'supervisor');
  const done = await hub.database.transaction(async (sql) => {
    // In one order for all, so that two moves in opposite directions do not wait for each other.
    for (const kb of [from, to].toSorted()) {
      await sql.run('select 1 from kb where organisation = $1 and id = $2 for update', [
        by.organisation,
        kb,
      ]);
      // Not for who asks but for what stands: the Studio tells the two apart.
      await demandNoReview(sql, by.organisation, kb, 409);
    }
    const entries = await entriesAt(sql, by.organisation, from, ids);
    const missing = ids.filter((id) => !entries.some((entry) => entry.id === id));
    if (missing.length > 0) return { conflict: missing };
    // One that was taken out there before may come back.
    const taken = new Set((await entriesAt(sql, by.organisation, to, ids)).map(({ id }) => id));
    const put = await publishIn(sql, hub, by, {
      kb: to,
      why: `${how} ← ${from}`,
      changes: entries.map((entry) => ({
        op: { op: 'put', entry: linked(entry, how) },
        basedOn: taken.has(entry.id) ? 0 : Number.MAX_SAFE_INTEGER,
      })),
    });
    if (put.outcome === 'conflict') return { conflict: put.subjects };
    const about = `${ids.length} from ${from} to ${to}`;
    await writeAudit(sql, { ...by, at: hub.now(), deed: `entries: ${how}`, about });
    if (how !== 'move') return { told: [put] };
    const gone = await publishIn(sql, hub, by, {
      kb: from,
      why: `${how} → ${to}`,
      changes: ids.map((id) => ({
        op: { op: 'del', id },
        basedOn: Number.MAX_SAFE_INTEGER,
      })),
    });
    return { told: [put, gone] };
  });
  if ('conflict' in done) return { outcome: 'conflict', subjects: [...done.conflict] };
  // What comes is told before what goes: for a moment both are better than none.
  for (const each of done.told satisfies readonly Done[]) {
    await tellPublished(hub, by.organisation, each);
  }
  return { outcome: 'moved' };
}

/** An answer of its own in an exclusive base stands in the place of the shared one there. */
function linked(entry: HubEntry, how: MoveHow): HubEntry {
  if (how !== 'override') return entry;
  const { id, links } = entry;
  const others = links.filter(({ to, kind }) => to !== id || kind !== 'overrides');
  return { ...entry, links: [...others, { to: id, kind: 'overrides' }] };
}

async function entriesAt(sql: Sql, organisation: string, kb: string, ids: readonly string[]) {
  const rows = await sql.rows(
    v.object({ body: v.string() }),
    `select body from subject where organisation = $1 and kb = $2 and body is not null
       and id in (select id from json_to_recordset(($3::text)::json) as given(id text))
     order by born`,
    [organisation, kb, JSON.stringify(ids.map((id) => ({ id })))],
  );
  return rows.flatMap(({ body }) => {
    const op = v.parse(opSchema, JSON.parse(body));
    return op.op === 'put' ? [op.entry] : [];
  });
}
