import * as v from 'valibot';
import { opSchema } from '../../lib/protocol/hub-ops.ts';
import type { Proposal, proposalStates } from '../../lib/protocol/hub-review.ts';
import { mayDo } from '../../lib/protocol/hub-sync.ts';
import { big, type Sql } from '../store/sql.ts';
import type { Hub } from './hub.ts';
import { type Member, roleIn } from './members.ts';
import { Refusal } from './refusal.ts';

const bigOrNull = v.nullable(big);

const proposalRow = v.object({
  id: v.string(),
  organisation: v.string(),
  kb: v.string(),
  person: v.string(),
  by: v.string(),
  at: big,
  why: v.string(),
  changes: v.pipe(
    v.string(),
    v.transform((text): unknown => JSON.parse(text)),
    v.array(v.object({ op: opSchema, basedOn: v.number() })),
  ),
  least: big,
  approvals: big,
  state: v.picklist(['waiting', 'stuck', 'published', 'refused', 'withdrawn']),
  publish_at: bigOrNull,
  expire_at: bigOrNull,
  before: v.nullable(v.string()),
  word: v.nullable(v.string()),
  version: bigOrNull,
});
export type ProposalRow = v.InferOutput<typeof proposalRow>;

const text = `select proposal.id, proposal.organisation, kb, person, person.name as by, proposal.at,
    proposal.why, changes, least, kb.approvals, state, publish_at, expire_at, before, word,
    proposal.version
  from proposal join person on person.id = proposal.person
  join kb on kb.organisation = proposal.organisation and kb.id = proposal.kb`;

const approvalRow = v.object({ proposal: v.string(), person: v.string(), name: v.string() });
export type Approval = v.InferOutput<typeof approvalRow>;

/** A proposal of a base; locked until the transaction ends, so that it is decided once. */
export async function lockedProposal(sql: Sql, organisation: string, kb: string, id: string) {
  await sql.run('select 1 from proposal where id = $1 for update', [id]);
  const where = 'where proposal.organisation = $1 and kb = $2 and proposal.id = $3';
  const [row] = await sql.rows(proposalRow, `${text} ${where}`, [organisation, kb, id]);
  if (row === undefined) throw new Refusal(404, 'There is no such proposal');
  return row;
}

export async function approvalsOf(sql: Sql, ids: readonly string[]): Promise<Approval[]> {
  return sql.rows(
    approvalRow,
    `select proposal, person, person.name from approval join person on person.id = approval.person
     where proposal in (select id from json_to_recordset(($1::text)::json) as given(id text))
     order by approval.at`,
    [JSON.stringify(ids.map((id) => ({ id })))],
  );
}

/** How many must approve: never none for who may not publish by themselves. */
export const neededFor = ({ least, approvals }: Pick<ProposalRow, 'least' | 'approvals'>) =>
  Math.max(least, approvals);

const mostClosed = 20;

/** What is open in a base, the oldest first, and then what was decided last. */
export async function reviewList({ database }: Hub, member: Member, kb: string) {
  const of = [member.organisation, kb];
  const where = 'where proposal.organisation = $1 and kb = $2';
  const open = await database.rows(
    proposalRow,
    `${text} ${where} and state in ('waiting', 'stuck') order by proposal.at, proposal.id`,
    of,
  );
  const closed = await database.rows(
    proposalRow,
    `${text} ${where} and state not in ('waiting', 'stuck')
     order by closed_at desc, proposal.id limit ${mostClosed}`,
    of,
  );
  const rows = [...open, ...closed];
  const approvals = await approvalsOf(
    database,
    rows.map(({ id }) => id),
  );
  const rule = await approvalsAsked(database, member.organisation, kb);
  return {
    approvals: rule,
    proposals: rows.map((row) =>
      shown(
        row,
        approvals.filter(({ proposal }) => proposal === row.id),
        member,
      ),
    ),
  };
}

const ruleSchema = v.object({ approvals: v.pipe(big, v.picklist([0, 1, 2])) });

/** How many approvals a base asks for. */
export async function approvalsAsked(sql: Sql, organisation: string, kb: string) {
  const [row] = await sql.rows(
    ruleSchema,
    'select approvals from kb where organisation = $1 and id = $2',
    [organisation, kb],
  );
  if (row === undefined) throw new Refusal(404, 'There is no such base');
  return row.approvals;
}

/** Throws where a base asks that its changes are looked at by somebody else first. */
export async function demandNoReview(
  sql: Sql,
  organisation: string,
  kb: string,
  status: 403 | 409 = 403,
): Promise<void> {
  if ((await approvalsAsked(sql, organisation, kb)) > 0) {
    throw new Refusal(status, 'Changes of this base are handed in for review');
  }
}

const publishers = `select 1 from membership where membership.person = $1
  and role in ('supervisor', 'admin')`;

/** Whether a person may publish in a base by themselves, as their roles are at this moment. */
export async function mayPublish(sql: Sql, person: string, kb: string): Promise<boolean> {
  const held = await sql.rows(v.unknown(), `${publishers} and kb in ('*', $2) limit 1`, [
    person,
    kb,
  ]);
  return held.length > 0;
}

/** What somebody handed in for a time waits for an approval where they may not publish any more. */
export async function holdBackOpen(sql: Sql, person: string): Promise<void> {
  await sql.run(
    `update proposal set least = 1
     where person = $1 and least = 0 and state in ('waiting', 'stuck')
       and not exists (${publishers} and membership.kb in ('*', proposal.kb))`,
    [person],
  );
}

function shown(row: ProposalRow, approvals: readonly Approval[], member: Member): Proposal {
  const role = roleIn(member, row.kb);
  const isMine = row.person === member.person;
  const isOpen = row.state === 'waiting' || row.state === 'stuck';
  const approved = approvals.some(({ person }) => person === member.person);
  return {
    id: row.id,
    by: row.by,
    isMine,
    at: row.at,
    why: row.why,
    state: stateOf(row, approvals.length),
    approvedBy: approvals.map(({ name }) => name),
    needed: neededFor(row),
    mayApprove:
      isOpen &&
      !isMine &&
      role !== undefined &&
      mayDo(role, 'supervisor') &&
      (!approved || row.state === 'stuck'),
    publishAt: row.publish_at,
    expireAt: row.expire_at,
    word: row.word ?? '',
    changes: row.changes.length,
  };
}

function stateOf(row: ProposalRow, approvals: number): (typeof proposalStates)[number] {
  if (row.state === 'waiting' && approvals >= neededFor(row)) return 'scheduled';
  // What stood before is kept until it stands again.
  if (row.state === 'published' && row.expire_at !== null && row.before === null) return 'expired';
  return row.state;
}
