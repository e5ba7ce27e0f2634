import * as v from 'valibot';
import { nextChain, type Op, subjectOf } from '../../lib/protocol/hub-ops.ts';
import type { BasePoke, Cursor } from '../../lib/protocol/hub-sync.ts';
import type { PublishReply } from '../../lib/protocol/hub-team.ts';
import { big, Collision, type Sql } from '../store/sql.ts';
import { baseAt } from './bases.ts';
import type { Hub } from './hub.ts';
import { demandNoReview } from './proposals.ts';
import { Refusal } from './refusal.ts';
import { keepSnapshot } from './snapshots.ts';

/** Operations that come with the poke, in characters: small changes need no further request. */
export const mostInline = 4_000;
const rowsPerInsert = 500;

export type Author = { readonly organisation: string; readonly person: string };
export type Change = { readonly op: Op; readonly basedOn: number };
type Publication = {
  readonly kb: string;
  readonly changes: readonly Change[];
  readonly why: string;
  readonly rollbackTo?: number;
  /** What it came of, where it was handed in. */
  readonly proposal?: string;
};

const subjectRow = v.object({ id: v.string(), body: v.nullable(v.string()), version: big });
const versionRow = v.object({ epoch: v.string(), version: big, chain: v.string() });

/** What a publication came to, inside a transaction that may still fail. */
export type Done =
  | { readonly outcome: 'conflict'; readonly subjects: readonly string[] }
  | {
      readonly outcome: 'published';
      readonly head: Cursor;
      /** Undefined where everything stood so already. */
      readonly poke: BasePoke | undefined;
      /** By subject how it stood before. */
      readonly before: { readonly [subject: string]: string | null };
    };

/**
 * Makes changes the newest revision of a base: all of them or none. What stands there already is no
 * change, so that a publication whose answer was lost can be sent again. Past a review only what
 * stood once is published: going back.
 */
export async function publish(hub: Hub, by: Author, given: Publication): Promise<PublishReply> {
  const done = await hub.database.transaction(async (sql) => {
    const published = await publishIn(sql, hub, by, given);
    // Under the lock of the base, which setting the rule waits for.
    if (given.rollbackTo === undefined) await demandNoReview(sql, by.organisation, given.kb);
    return published;
  });
  if (done.outcome === 'conflict') return { ...done, subjects: [...done.subjects] };
  await tellPublished(hub, by.organisation, done);
  return { outcome: 'published', head: done.head };
}

/** Tells the panels, once a publication is kept. */
export async function tellPublished(hub: Hub, organisation: string, done: Done): Promise<void> {
  if (done.outcome !== 'published' || done.poke === undefined) return;
  hub.forget();
  hub.tell(organisation, done.poke);
  await keepSnapshot(hub, organisation, done.poke.kb);
}

/** The same as a part of a transaction; who calls it tells of it afterwards. */
export async function publishIn(sql: Sql, hub: Hub, by: Author, given: Publication): Promise<Done> {
  const bySubject = new Map(given.changes.map((change) => [subjectOf(change.op), change]));
  const at = hub.now();

  const { version: readAt } = await baseAt(sql, by.organisation, given.kb);
  const standing = new Map<string, { body: string | null; version: number }>();
  for (const some of slices([...bySubject.keys()])) {
    const rows = await sql.rows(
      subjectRow,
      `select id, body, version from subject
       where organisation = $1 and kb = $2
         and id in (select id from json_to_recordset(($3::text)::json) as given(id text))`,
      [by.organisation, given.kb, JSON.stringify(some.map((id) => ({ id })))],
    );
    for (const { id, ...row } of rows) standing.set(id, row);
  }
  // The counter is locked last, and held only while versions are given out: without gaps, and a
  // reader who sees a version sees all before it.
  const [counter] = await sql.rows(
    versionRow,
    'select epoch, version, chain from kb where organisation = $1 and id = $2 for update',
    [by.organisation, given.kb],
  );
  if (counter === undefined) throw new Refusal(404, 'There is no such base');
  // Somebody published since the subjects were read: read them again.
  if (counter.version !== readAt) throw new Collision();
  const news = [...bySubject].filter(
    ([id, { op }]) => bodyOf(op) !== (standing.get(id)?.body ?? null),
  );
  const conflicts = news.filter(
    ([id, change]) => (standing.get(id)?.version ?? 0) > change.basedOn,
  );
  if (conflicts.length > 0) {
    return { outcome: 'conflict', subjects: conflicts.map(([id]) => id) };
  }
  if (news.length === 0)
    return { outcome: 'published', head: counter, poke: undefined, before: {} };

  let { version, chain } = counter;
  const rows: {
    version: number;
    subject: string;
    body: string;
    chain: string;
    state: string | null;
  }[] = [];
  for (const [subject, { op }] of news) {
    const body = JSON.stringify(op);
    chain = await nextChain(chain, body);
    rows.push({ version: ++version, subject, body, chain, state: bodyOf(op) });
  }
  await writeChanges(sql, by.organisation, given.kb, rows);
  await sql.run('update kb set version = $3, chain = $4 where organisation = $1 and id = $2', [
    by.organisation,
    given.kb,
    version,
    chain,
  ]);
  await sql.run(
    `insert into revision
       (organisation, kb, version, from_version, at, person, why, rollback_to, proposal)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      by.organisation,
      given.kb,
      version,
      counter.version,
      at,
      by.person,
      given.why,
      given.rollbackTo ?? null,
      given.proposal ?? null,
    ],
  );
  const ops = rows.map(({ body }) => body);
  const isSmall = ops.reduce((sum, body) => sum + body.length, 0) <= mostInline;
  const head = { epoch: counter.epoch, version, chain };
  const poke: BasePoke = {
    kb: given.kb,
    ...head,
    from: counter.version,
    ...(isSmall ? { ops } : {}),
  };
  const before = Object.fromEntries(news.map(([id]) => [id, standing.get(id)?.body ?? null]));
  return { outcome: 'published', head, poke, before };
}

async function writeChanges(
  sql: Sql,
  organisation: string,
  kb: string,
  rows: readonly {
    version: number;
    subject: string;
    body: string;
    chain: string;
    state: string | null;
  }[],
): Promise<void> {
  for (const some of slices(rows)) {
    const values = [organisation, kb, JSON.stringify(some)];
    await sql.run(
      `insert into change (organisation, kb, version, subject, body, chain)
       select $1, $2, version, subject, body, chain from json_to_recordset(($3::text)::json)
         as given(version bigint, subject text, body text, chain text)`,
      values,
    );
    await sql.run(
      `insert into subject (organisation, kb, id, body, version, born)
       select $1, $2, subject, state, version, version from json_to_recordset(($3::text)::json)
         as given(version bigint, subject text, state text)
       on conflict (organisation, kb, id) do update set
         born = case when subject.body is null then excluded.born else subject.born end,
         body = excluded.body, version = excluded.version`,
      values,
    );
  }
}

/** How a subject stands after the operation. */
const bodyOf = (op: Op) => (op.op === 'del' ? null : JSON.stringify(op));

function slices<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsPerInsert);
  return Array.from({ length: count }, (_, at) =>
    rows.slice(at * rowsPerInsert, (at + 1) * rowsPerInsert),
  );
}
