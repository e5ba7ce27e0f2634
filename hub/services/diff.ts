import * as v from 'valibot';
import type { Change, ChangeCounts } from '../../lib/protocol/hub-history.ts';
import { baseSubject, type Op, opSchema, subjectOf } from '../../lib/protocol/hub-ops.ts';
import type { ProposalDiff } from '../../lib/protocol/hub-review.ts';
import { big, type Sql } from '../store/sql.ts';
import { baseAt } from './bases.ts';
import type { Hub } from './hub.ts';
import { lockedProposal, type ProposalRow } from './proposals.ts';
import { Refusal } from './refusal.ts';

const diffRow = v.object({
  subject: v.string(),
  before: v.nullable(v.string()),
  after: v.string(),
});
const countsRow = v.object({ all: big, added: big, changed: big, removed: big });

export type Diff = {
  readonly changes: readonly Change[];
  readonly counts: ChangeCounts;
  readonly more: number;
};

/** How each subject stood before a stretch of versions and stands after it, where that differs. */
const net = `
  (select subject, first, before, after, left(after, 11) = '{"op":"del"' as is_gone,
     coalesce(left(before, 11) <> '{"op":"del"', false) as had
   from (select subject, first,
       (select body from change as earlier
        where earlier.organisation = $1 and earlier.kb = $2 and earlier.subject = changed.subject
          and earlier.version <= $3 order by version desc limit 1) as before,
       (select body from change as later
        where later.organisation = $1 and later.kb = $2 and later.subject = changed.subject
          and later.version <= $4 order by version desc limit 1) as after
     from (select subject, min(version) as first from change
           where organisation = $1 and kb = $2 and version > $3 and version <= $4
           group by subject) as changed) as told
   where after is distinct from before) as net
  where had or not is_gone`;

/** What changed between two versions, once for each subject; `some` of it, or all. */
export async function diffOf(
  { database }: Hub,
  organisation: string,
  kb: string,
  { from, to, some }: DiffWish,
): Promise<Diff> {
  const row = await baseAt(database, organisation, kb);
  if (from < row.floor || to > row.version || from > to) {
    throw new Refusal(410, 'These versions are not here');
  }
  const between = [organisation, kb, from, to];
  const [{ all, ...counts } = { all: 0, added: 0, changed: 0, removed: 0 }] = await database.rows(
    countsRow,
    `select count(*) as "all",
       count(*) filter (where not is_gone and not had and subject <> '${baseSubject}') as added,
       count(*) filter (where not is_gone and had) as changed,
       count(*) filter (where is_gone) as removed from ${net}`,
    between,
  );
  const rows = await database.rows(
    diffRow,
    `select subject, case when had then before end as before, after from ${net}
     order by first limit $5 offset $6`,
    [...between, some?.limit ?? null, some?.offset ?? 0],
  );
  return {
    changes: rows.map(({ subject, before, after }) => ({
      subject,
      before: opOf(before),
      after: v.parse(opSchema, JSON.parse(after)),
    })),
    counts,
    more: Math.max(0, all - rows.length - (some?.offset ?? 0)),
  };
}

type DiffWish = {
  readonly from: number;
  readonly to: number;
  readonly some?: { readonly offset: number; readonly limit: number };
};

const standingRow = v.object({
  id: v.string(),
  body: v.nullable(v.string()),
  version: big,
});

/** How a proposal differs from what stands now. */
export async function proposalDiff(
  { database }: Hub,
  organisation: string,
  kb: string,
  id: string,
): Promise<ProposalDiff> {
  return database.transaction(async (sql) => {
    const row = await lockedProposal(sql, organisation, kb, id);
    const { version } = await baseAt(sql, organisation, kb);
    const standing = await standingOf(sql, row);
    return {
      version,
      changes: row.changes.map(({ op, basedOn }) => {
        const subject = subjectOf(op);
        const stands = standing.get(subject);
        const before = opOf(stands?.body ?? null);
        return { subject, before, after: op, moved: hasMoved(stands, op, basedOn) };
      }),
    };
  });
}

/** The subjects that others changed after the proposal was made. */
export async function movedOf(sql: Sql, row: ProposalRow): Promise<string[]> {
  const standing = await standingOf(sql, row);
  return row.changes
    .filter(({ op, basedOn }) => hasMoved(standing.get(subjectOf(op)), op, basedOn))
    .map(({ op }) => subjectOf(op));
}

async function standingOf(sql: Sql, { organisation, kb, changes }: ProposalRow) {
  const ids = changes.map(({ op }) => ({ id: subjectOf(op) }));
  const rows = await sql.rows(
    standingRow,
    `select id, body, version from subject where organisation = $1 and kb = $2
       and id in (select id from json_to_recordset(($3::text)::json) as given(id text))`,
    [organisation, kb, JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

type Standing = v.InferOutput<typeof standingRow> | undefined;

function hasMoved(stands: Standing, op: Op, basedOn: number): boolean {
  const body = op.op === 'del' ? null : JSON.stringify(op);
  return stands !== undefined && stands.version > basedOn && stands.body !== body;
}

const opOf = (body: string | null): Op | null =>
  body === null ? null : v.parse(opSchema, JSON.parse(body));
