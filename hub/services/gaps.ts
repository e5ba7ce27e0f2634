import * as v from 'valibot';
import { redactByRules } from '../../lib/privacy/redact-by-rules.ts';
import { type Gap, redactionSchema, type Sharing } from '../../lib/protocol/hub-gaps.ts';
import { big, type Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import { markDesk, refusedMark } from './marks.ts';
import type { Member } from './members.ts';
import { Refusal } from './refusal.ts';

/** As long as a machine keeps what was written to it. */
const keptMs = 30 * 24 * 60 * 60 * 1000;
const mostListed = 500;

const sharingRow = v.object({
  sharing: v.boolean(),
  redaction: v.pipe(
    v.string(),
    v.transform((text): unknown => JSON.parse(text)),
    redactionSchema,
  ),
});

/** What the team has decided about its questions' text. */
export async function sharingOf(sql: Sql, organisation: string): Promise<Sharing> {
  const [row] = await sql.rows(
    sharingRow,
    'select sharing, redaction from organisation where id = $1',
    [organisation],
  );
  return row ?? { sharing: false, redaction: [] };
}

export async function setSharing(hub: Hub, by: Member, { sharing, redaction }: Sharing) {
  const pokes = await hub.database.transaction(async (sql) => {
    await sql.run('update organisation set sharing = $2, redaction = $3 where id = $1', [
      by.organisation,
      sharing,
      JSON.stringify(redaction),
    ]);
    const about = `${sharing ? 'on' : 'off'}, ${redaction.length} rules`;
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'set sharing', about });
    // What was refused is told by hashes of texts after these rules.
    const refused = await refusedMark(sql, by.organisation);
    return [
      ...(refused === null ? [] : [await markDesk(sql, by.organisation, 'refused')]),
      await markDesk(sql, by.organisation, 'gaps'),
    ];
  });
  for (const poke of pokes) hub.tell(by.organisation, poke);
}

/**
 * Keeps a question that no answer fitted. Unless the team shares them, only one that the agent saw
 * as it is and sent; in any case without what the rules put out of sight.
 */
export async function takeGap(
  hub: Hub,
  { organisation, device }: Member,
  given: {
    readonly id: string;
    readonly text: string;
    readonly consoleId: string;
    readonly confirmed: boolean;
  },
): Promise<void> {
  const poke = await hub.database.transaction(async (sql) => {
    const { sharing, redaction } = await sharingOf(sql, organisation);
    if (!sharing && !given.confirmed) {
      throw new Refusal(403, 'This team does not share questions unasked');
    }
    await forgetOld(sql, hub, organisation);
    const taken = await sql.rows(
      idRow,
      `insert into gap (organisation, id, device, at, console, body)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [
        ...[organisation, given.id, device, hub.now(), given.consoleId],
        redactByRules(given.text, redaction),
      ],
    );
    return taken.length === 0 ? undefined : markDesk(sql, organisation, 'gaps');
  });
  if (poke !== undefined) hub.tell(organisation, poke);
}

/**
 * Takes a question back for the device that sent it: nothing of its words stays. It may also be on its
 * way still, or be told of twice; what comes under its id afterwards is not kept.
 */
export async function takeBackGap(hub: Hub, by: Member, id: string): Promise<void> {
  const poke = await hub.database.transaction(async (sql) => {
    await forgetOld(sql, hub, by.organisation);
    return emptyGap(sql, hub, by, id);
  });
  if (poke !== undefined) hub.tell(by.organisation, poke);
}

/** As `takeBackGap`, within a transaction; gives back the poke for it. */
export async function emptyGap(sql: Sql, hub: Hub, { organisation, device }: Member, id: string) {
  const emptied = await sql.rows(
    idRow,
    `insert into gap as kept (organisation, id, device, at, console, body, closed_at)
     values ($1, $2, $3, $4, '', '', $4)
     on conflict (organisation, id) do update set body = '', closed_at = excluded.closed_at
       where kept.device = excluded.device and kept.body <> ''
     returning id`,
    [organisation, id, device, hub.now()],
  );
  return emptied.length === 0 ? undefined : markDesk(sql, organisation, 'gaps');
}

const idRow = v.object({ id: v.string() });
const gapRow = v.object({ id: v.string(), text: v.string(), consoleId: v.string(), at: big });

/** The questions that nobody has dealt with, the newest first. */
export async function openGaps(hub: Hub, organisation: string): Promise<Gap[]> {
  return hub.database.transaction(async (sql) => {
    await forgetOld(sql, hub, organisation);
    return sql.rows(
      gapRow,
      `select id, body as text, console as "consoleId", at from gap
       where organisation = $1 and closed_at is null order by at desc, id limit ${mostListed}`,
      [organisation],
    );
  });
}

export async function closeGaps(hub: Hub, by: Member, ids: readonly string[]): Promise<void> {
  const poke = await hub.database.transaction(async (sql) => {
    const closed = await sql.rows(
      idRow,
      `update gap set closed_at = $2 where organisation = $1 and closed_at is null
         and id in (select id from json_to_recordset(($3::text)::json) as given(id text))
       returning id`,
      [by.organisation, hub.now(), JSON.stringify(ids.map((id) => ({ id })))],
    );
    return closed.length === 0 ? undefined : markDesk(sql, by.organisation, 'gaps');
  });
  if (poke !== undefined) hub.tell(by.organisation, poke);
}

const forgetOld = (sql: Sql, hub: Hub, organisation: string) =>
  sql.run('delete from gap where organisation = $1 and at < $2', [
    organisation,
    hub.now() - keptMs,
  ]);
