import * as v from 'valibot';
import { type Op, opSchema, subjectOf } from '../../lib/protocol/hub-ops.ts';
import { type ProposalDiff, reviewFields } from '../../lib/protocol/hub-review.ts';
import { big, type Sql } from '../store/sql.ts';
import { baseAt } from './bases.ts';
import type { Hub } from './hub.ts';
import { lockedProposal, type ProposalRow } from './proposals.ts';

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
        const stands = standing.get(subjectOf(op));
        const before = stands?.body == null ? null : v.parse(opSchema, JSON.parse(stands.body));
        return {
          subject: subjectOf(op),
          title: titleOf(op) ?? titleOf(before) ?? subjectOf(op),
          kind: kindOf(before, op),
          moved: hasMoved(stands, op, basedOn),
          fields: fieldsOf(before, op),
        };
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

function titleOf(op: Op | null): string | undefined {
  if (op?.op === 'put') return op.entry.title;
  return op?.op === 'base' ? op.base.name : undefined;
}

function kindOf(before: Op | null, after: Op) {
  if (JSON.stringify(before) === JSON.stringify(after)) return 'same';
  if (after.op === 'base') return 'base';
  if (after.op === 'del') return before === null ? 'same' : 'deleted';
  return before === null ? 'new' : 'edited';
}

/** Fields whose words differ. When something was written is no difference. */
function fieldsOf(before: Op | null, after: Op) {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return reviewFields
    .map((field) => ({ field, before: old[field] ?? '', after: now[field] ?? '' }))
    .filter((each) => each.before !== each.after);
}

type Words = { [Field in (typeof reviewFields)[number]]?: string };

/** The fields of an operation as text that a person can compare. */
function wordsOf(op: Op | null): Words {
  if (op === null || op.op === 'del') return {};
  if (op.op === 'base') {
    const { name, scope, routes, language, smallTalk, holding } = op.base;
    return {
      ...{ name, scope, language, holding: holding ?? '' },
      ...{ routes: lines(routes?.map((route) => Object.values(route).join(', '))) },
      smallTalk: yes(smallTalk),
    };
  }
  const { entry } = op;
  const { title, answer, asksFirst = '', validFrom = '', validUntil = '' } = entry;
  return {
    ...{ title, answer, asksFirst, validFrom, validUntil },
    'answer.en': entry.variants.en ?? '',
    'answer.zh': entry.variants.zh ?? '',
    phrasings: lines(entry.phrasings.map(({ text }) => text)),
    tags: lines(entry.tags),
    mustEdit: yes(entry.mustEdit),
    links: lines(entry.links.map(({ to, kind }) => `${kind}: ${to}`)),
    attachments: lines(entry.attachments?.map(({ name, url }) => `${name} ${url}`)),
  };
}

const lines = (all: readonly string[] = []) => all.join('\n');
const yes = (isSo: boolean) => (isSo ? '✓' : '');
