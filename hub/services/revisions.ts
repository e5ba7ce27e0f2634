import * as v from 'valibot';
import type { RevisionsReply } from '../../lib/protocol/hub-history.ts';
import { baseSubject } from '../../lib/protocol/hub-ops.ts';
import { big } from '../store/sql.ts';
import { baseAt } from './bases.ts';
import { diffOf } from './diff.ts';
import type { Hub } from './hub.ts';
import type { Member } from './members.ts';
import { publish } from './publish.ts';
import { receipts } from './receipts.ts';
import { Refusal } from './refusal.ts';

const revisionRow = v.object({
  number: big,
  from: big,
  version: big,
  at: big,
  by: v.string(),
  why: v.string(),
  rollbackTo: v.nullable(big),
});
const countsRow = v.object({ version: big, added: big, changed: big, removed: big });
const mostListed = 50;

/** Revisions of a base, the newest first, and how many panels show which. */
export async function revisions(
  hub: Hub,
  organisation: string,
  kb: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<RevisionsReply> {
  const { database } = hub;
  const { floor } = await baseAt(database, organisation, kb);
  const of = [organisation, kb];
  const rows = await database.rows(
    revisionRow,
    `select from_version as "from", version, at, person.name as by, why,
       rollback_to as "rollbackTo",
       (select count(*) from revision as older where older.organisation = $1 and older.kb = $2
          and older.version <= revision.version) as number
     from revision join person on person.id = revision.person
     where revision.organisation = $1 and kb = $2 and version < $3
     order by version desc limit ${mostListed}`,
    [...of, before],
  );
  // An operation's text begins with its kind; parsing thousands of bodies would take seconds.
  const counts = await database.rows(
    countsRow,
    `select revision.version,
       count(*) filter (where not is_gone and had is not true and subject <> '${baseSubject}') as added,
       count(*) filter (where not is_gone and had) as changed,
       count(*) filter (where is_gone) as removed
     from revision join
       (select version, subject, left(body, 11) = '{"op":"del"' as is_gone,
          (select left(earlier.body, 11) <> '{"op":"del"' from change as earlier
           where earlier.organisation = $1 and earlier.kb = $2
             and earlier.subject = change.subject and earlier.version < change.version
           order by earlier.version desc limit 1) as had
        from change where organisation = $1 and kb = $2 and version > $3 and version <= $4) as told
       on told.version > revision.from_version and told.version <= revision.version
     where organisation = $1 and kb = $2 and revision.version > $3 and revision.version <= $4
     group by revision.version`,
    [...of, rows.at(-1)?.from ?? 0, rows[0]?.version ?? 0],
  );
  const byVersion = new Map(counts.map(({ version, ...told }) => [version, told]));
  const panels = await receipts(hub, organisation, kb);
  return {
    revisions: rows.map((row) => ({
      ...row,
      counts: row.from < floor ? null : (byVersion.get(row.version) ?? null),
    })),
    more: Math.max(0, (rows.at(-1)?.number ?? 1) - 1),
    panels,
  };
}

/** Makes the base stand as it did at a version: by a new revision, so that nothing is unsaid. */
export async function rollBack(
  hub: Hub,
  by: Member,
  {
    kb,
    to,
    why,
    from,
  }: {
    readonly kb: string;
    readonly to: number;
    readonly why: string;
    readonly from?: number;
  },
) {
  const row = await baseAt(hub.database, by.organisation, kb);
  if (from !== undefined && from !== row.version) {
    throw new Refusal(409, 'There is a newer revision: look at it first');
  }
  const { changes: changed } = await diffOf(hub, by.organisation, kb, {
    from: to,
    to: row.version,
  });
  const changes = changed
    // A base without its own fields was never seen by anybody: they stay.
    .filter(({ subject, before }) => before !== null || subject !== baseSubject)
    .map(({ subject, before }) => ({
      op: before ?? ({ op: 'del', id: subject } as const),
      basedOn: row.version,
    }));
  return publish(hub, by, { kb, changes, why, rollbackTo: to });
}
