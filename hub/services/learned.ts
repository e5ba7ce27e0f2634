import * as v from 'valibot';
import { phrasingId } from '../../lib/domain/phrasing-id.ts';
import { redactByRules } from '../../lib/privacy/redact-by-rules.ts';
import {
  longestLearned,
  mostRefused,
  type RefusedReply,
  type SharedPick,
  type TeamPhrasing,
} from '../../lib/protocol/hub-learned.ts';
import { big, type Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import { baseAt } from './bases.ts';
import { sharingOf } from './gaps.ts';
import type { Hub } from './hub.ts';
import { markDesk, refusedMark } from './marks.ts';
import { type Member, roleIn } from './members.ts';
import { Refusal } from './refusal.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** As long as a machine keeps what was written to it. */
const keptMs = 30 * dayMs;
/** Of one device within a day: more than anybody picks by hand. */
export const mostPerDay = 500;
const mostListed = 1_000;

/** Whether the team shares how customers ask when an agent picks an answer. */
export async function sharesLearned(sql: Sql, organisation: string): Promise<boolean> {
  const [row] = await sql.rows(
    v.object({ learned: v.boolean() }),
    'select sharing_learned as learned from organisation where id = $1',
    [organisation],
  );
  return row?.learned ?? false;
}

export const learnedSharing = ({ database }: Hub, { organisation }: Member) =>
  database.transaction(async (sql) => ({
    learned: await sharesLearned(sql, organisation),
    redaction: (await sharingOf(sql, organisation)).redaction,
  }));

export async function setLearnedSharing(hub: Hub, by: Member, learned: boolean): Promise<void> {
  await hub.database.transaction(async (sql) => {
    await sql.run('update organisation set sharing_learned = $2 where id = $1', [
      by.organisation,
      learned,
    ]);
    const deed = learned ? 'shares learned' : 'stopped sharing learned';
    await writeAudit(sql, { ...by, at: hub.now(), deed, about: '' });
  });
}

/**
 * Keeps what customers wrote when this device's agent picked, each once, without what the rules put
 * out of sight; only for entries that there are in bases that the agent may read, and nothing of what
 * was refused.
 */
export async function takePicks(
  hub: Hub,
  member: Member,
  given: readonly SharedPick[],
): Promise<void> {
  const { organisation, device } = member;
  const mine = given.filter(({ base }) => roleIn(member, base) !== undefined);
  await hub.database.transaction(async (sql) => {
    if (!(await sharesLearned(sql, organisation))) {
      throw new Refusal(403, 'This team does not share how customers ask');
    }
    const { redaction } = await sharingOf(sql, organisation);
    await forgetOld(sql, hub, organisation);
    await demandRoom(sql, hub, member, mine.length);
    const rows = mine.flatMap(({ seq, base, entry, text }) => {
      const body = redactByRules(text, redaction).slice(0, longestLearned).trim();
      const phrasing = phrasingId({ base, id: entry }, body);
      return body === '' ? [] : [{ seq, kb: base, entry, phrasing, body }];
    });
    await sql.run(
      `insert into learned_pick (organisation, device, seq, at, kb, entry, phrasing, body)
       select $1, $2, given.seq, $3, given.kb, given.entry, given.phrasing, given.body
       from json_to_recordset(($4::text)::json)
           as given(seq bigint, kb text, entry text, phrasing text, body text)
         join subject on subject.organisation = $1 and subject.kb = given.kb
           and subject.id = given.entry and subject.body is not null
       where not exists (select 1 from learned_decision as decided
         where decided.organisation = $1 and decided.kb = given.kb
           and decided.phrasing = given.phrasing and decision = 'refused')
       on conflict do nothing`,
      [organisation, device, hub.now(), JSON.stringify(rows)],
    );
  });
}

/** The device's row is locked, so that what it sends at once is counted, too. */
async function demandRoom(sql: Sql, hub: Hub, { organisation, device }: Member, more: number) {
  await sql.run('select 1 from device where id = $1 for update', [device]);
  const [row] = await sql.rows(
    v.object({ count: big }),
    `select count(*) as count from learned_pick
     where organisation = $1 and device = $2 and at > $3`,
    [organisation, device, hub.now() - dayMs],
  );
  if ((row?.count ?? 0) + more > mostPerDay) {
    throw new Refusal(409, `No more than ${mostPerDay} picks of a device are kept a day`);
  }
}

/** What was undone or erased on the device goes here, too; nobody takes back another one's. */
export const takeBackPicks = (
  hub: Hub,
  { organisation, device }: Member,
  seqs: readonly number[],
) =>
  hub.database.run(
    `delete from learned_pick where organisation = $1 and device = $2 and seq in
       (select seq from json_to_recordset(($3::text)::json) as given(seq bigint))`,
    [organisation, device, JSON.stringify(seqs.map((seq) => ({ seq })))],
  );

const phrasingRow = v.object({
  phrasing: v.string(),
  entry: v.string(),
  text: v.nullable(v.string()),
  decision: v.nullable(v.picklist(['accepted', 'refused'])),
  picks: big,
  people: big,
  firstAt: v.nullable(big),
  lastAt: v.nullable(big),
});

/** What the picks of all agents taught about a base's entries: undecided first, most picked first. */
export function teamPhrasings(hub: Hub, organisation: string, kb: string): Promise<TeamPhrasing[]> {
  return hub.database.transaction(async (sql) => {
    await baseAt(sql, organisation, kb);
    await forgetOld(sql, hub, organisation);
    return sql.rows(
      phrasingRow,
      `select coalesce(told.phrasing, decided.phrasing) as phrasing,
         coalesce(told.entry, decided.entry) as entry, told.text, decided.decision,
         coalesce(told.picks, 0) as picks, coalesce(told.people, 0) as people,
         told.first_at as "firstAt", coalesce(told.last_at, decided.at) as "lastAt"
       from (select phrasing, min(entry) as entry, min(body) as text, count(*) as picks,
               count(distinct device.person) as people, min(at) as first_at, max(at) as last_at
             from learned_pick join device on device.id = learned_pick.device
             where learned_pick.organisation = $1 and kb = $2 group by phrasing) as told
         full join (select phrasing, entry, decision, at from learned_decision
                    where organisation = $1 and kb = $2) as decided
           on decided.phrasing = told.phrasing
       where told.phrasing is not null or decided.decision = 'refused'
       order by case when decided.decision is null then 0 else 1 end, picks desc, "lastAt" desc, 1
       limit ${mostListed}`,
      [organisation, kb],
    );
  });
}

type Decided = {
  readonly kb: string;
  readonly entry: string;
  readonly phrasing: string;
  readonly decision: 'accepted' | 'refused' | null;
};

/** Notes what a supervisor decided. What is refused no machine of the team learns, until it is taken back. */
export async function decideLearned(hub: Hub, by: Member, given: Decided): Promise<void> {
  const { organisation } = by;
  const { kb, entry, phrasing, decision } = given;
  const poke = await hub.database.transaction(async (sql) => {
    const [before] = await sql.rows(
      v.object({ decision: v.string() }),
      `delete from learned_decision where organisation = $1 and kb = $2 and phrasing = $3
       returning decision`,
      [organisation, kb, phrasing],
    );
    if (decision !== null) {
      await demandKnown(sql, organisation, given);
      await sql.run(
        `insert into learned_decision (organisation, kb, entry, phrasing, decision, at)
         values ($1, $2, $3, $4, $5, $6)`,
        [organisation, kb, entry, phrasing, decision, hub.now()],
      );
    }
    const wasRefused = before?.decision === 'refused';
    if (wasRefused === (decision === 'refused')) return undefined;
    const deed = wasRefused ? 'took back refusal' : 'refused learned';
    await writeAudit(sql, { ...by, at: hub.now(), deed, about: `${entry} of ${kb}` });
    return markDesk(sql, organisation, 'refused');
  });
  if (poke !== undefined) hub.tell(organisation, poke);
}

/** Only what came of a pick is decided about, under the entry that it was of: nothing is made up. */
async function demandKnown(sql: Sql, organisation: string, { kb, entry, phrasing }: Decided) {
  const known = await sql.rows(
    v.object({ seq: big }),
    `select seq from learned_pick
     where organisation = $1 and kb = $2 and entry = $3 and phrasing = $4 limit 1`,
    [organisation, kb, entry, phrasing],
  );
  if (known.length === 0) throw new Refusal(404, 'There is no such phrasing');
}

/** What no machine of this member learns, as hashes, with the rules that a text is hashed after. */
export function refusedFor({ database }: Hub, member: Member): Promise<RefusedReply> {
  const { organisation } = member;
  return database.transaction(async (sql) => {
    // Read before them: a change in between is then seen as one, and asked for again.
    const mark = await refusedMark(sql, organisation);
    const { redaction } = await sharingOf(sql, organisation);
    const rows = await sql.rows(
      v.object({ kb: v.string(), phrasing: v.string() }),
      `select kb, phrasing from learned_decision
       where organisation = $1 and decision = 'refused' order by at desc limit ${mostRefused}`,
      [organisation],
    );
    const mine = rows.filter(({ kb }) => roleIn(member, kb) !== undefined);
    return { mark, redaction, refused: mine.map(({ phrasing }) => phrasing) };
  });
}

/** Also where nobody asks any more: of every organisation, by whichever node looks first. */
export const forgetOldPicks = ({ database, now }: Pick<Hub, 'database' | 'now'>): Promise<void> =>
  database.run('delete from learned_pick where at < $1', [now() - keptMs]);

async function forgetOld(sql: Sql, hub: Hub, organisation: string): Promise<void> {
  const before = hub.now() - keptMs;
  await sql.run('delete from learned_pick where organisation = $1 and at < $2', [
    organisation,
    before,
  ]);
  // What was accepted is the entry's own by then.
  await sql.run(
    `delete from learned_decision where organisation = $1 and at < $2 and decision = 'accepted'
       and not exists (select 1 from learned_pick as told where told.organisation = $1
         and told.kb = learned_decision.kb and told.phrasing = learned_decision.phrasing)`,
    [organisation, before],
  );
}
