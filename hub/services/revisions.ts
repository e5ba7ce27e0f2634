import * as v from 'valibot';
import { opSchema } from '../../lib/protocol/hub-ops.ts';
import { big } from '../store/sql.ts';
import { baseAt } from './bases.ts';
import { type Hub, Refusal } from './hub.ts';
import type { Member } from './members.ts';
import { publish } from './publish.ts';

const revisionRow = v.object({
  from: big,
  version: big,
  at: big,
  by: v.string(),
  why: v.string(),
  rollbackTo: v.nullable(big),
});
const mostListed = 200;

/** The newest revisions of a base, the newest first. */
export async function revisions({ database }: Hub, organisation: string, kb: string) {
  await baseAt(database, organisation, kb);
  return database.rows(
    revisionRow,
    `select from_version as "from", version, at, person.name as by, why,
       rollback_to as "rollbackTo"
     from revision join person on person.id = revision.person
     where revision.organisation = $1 and kb = $2 order by version desc limit ${mostListed}`,
    [organisation, kb],
  );
}

const diffRow = v.object({
  subject: v.string(),
  before: v.nullable(v.string()),
  after: v.string(),
});

/** What changed between two versions, once for each subject. */
export async function diff(
  { database }: Hub,
  organisation: string,
  kb: string,
  from: number,
  to: number,
) {
  const row = await baseAt(database, organisation, kb);
  if (from < row.floor || to > row.version || from > to) {
    throw new Refusal(410, 'These versions are not here');
  }
  const rows = await database.rows(
    diffRow,
    `select subject,
       (select body from change as earlier
        where earlier.organisation = $1 and earlier.kb = $2 and earlier.subject = changed.subject
          and earlier.version <= $3 order by version desc limit 1) as before,
       (select body from change as later
        where later.organisation = $1 and later.kb = $2 and later.subject = changed.subject
          and later.version <= $4 order by version desc limit 1) as after
     from (select subject, min(version) as first from change
           where organisation = $1 and kb = $2 and version > $3 and version <= $4
           group by subject) as changed
     order by first`,
    [organisation, kb, from, to],
  );
  return rows.map(({ subject, before, after }) => ({
    subject,
    before: before === null ? null : v.parse(opSchema, JSON.parse(before)),
    after: v.parse(opSchema, JSON.parse(after)),
  }));
}

/** Makes the base stand as it did at a version: by a new revision, so that nothing is unsaid. */
export async function rollBack(
  hub: Hub,
  by: Member,
  { kb, to, why }: { readonly kb: string; readonly to: number; readonly why: string },
) {
  const row = await baseAt(hub.database, by.organisation, kb);
  const changed = await diff(hub, by.organisation, kb, to, row.version);
  const changes = changed.map(({ subject, before }) => ({
    op: before ?? ({ op: 'del', id: subject } as const),
    basedOn: row.version,
  }));
  return publish(hub, by, { kb, changes, why, rollbackTo: to });
}
