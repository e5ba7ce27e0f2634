import * as v from 'valibot';
import { mayDo, type Role, roles } from '../../lib/protocol/hub-sync.ts';
import { big, type Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import { addDevice, addPerson } from './let-in.ts';
import type { Member } from './members.ts';
import { roleIn } from './members.ts';
import { Refusal } from './refusal.ts';
import { hashOf, newId, newSecret } from './secrets.ts';

const inviteLifeMs = 7 * 24 * 60 * 60 * 1000;

type Clock = Pick<Hub, 'database' | 'now'>;

/** Founds an organisation and gives back the invite of its first person, who may do everything. */
export const foundOrganisation = ({ database, now }: Clock, name: string): Promise<string> =>
  database.transaction((sql) => found(sql, name, now()));

/**
 * An invite for an administrator, made by whoever runs the hub: the way back into a team whose last
 * one is gone. The name, or the id, may be left out where there is one organisation only.
 */
export async function inviteAdmin({ database, now }: Clock, name?: string) {
  const all = await database.rows(
    v.object({ id: v.string(), name: v.string() }),
    'select id, name from organisation order by name, id',
  );
  const [organisation, another] = all.filter(
    (each) => name === undefined || each.name === name || each.id === name,
  );
  if (organisation === undefined || another !== undefined) {
    const names = all.map((each) => `"${each.name}" (${each.id})`).join(', ');
    throw new Refusal(404, `Say which organisation, by --organisation NAME. There are: ${names}`);
  }
  return database.transaction(async (sql) => {
    const secret = await inviteFirst(sql, organisation.id, now());
    const deed = { organisation: organisation.id, person: null, at: now() };
    await writeAudit(sql, { ...deed, deed: 'invited', about: 'admin of *' });
    return { secret, organisation };
  });
}

async function found(sql: Sql, name: string, now: number): Promise<string> {
  const id = newId();
  await sql.run('insert into organisation (id, name) values ($1, $2)', [id, name]);
  return inviteFirst(sql, id, now);
}

async function inviteFirst(sql: Sql, organisation: string, now: number): Promise<string> {
  const secret = newSecret();
  await sql.run(
    `insert into invite (secret_hash, organisation, kb, role, expires_at)
     values ($1, $2, '*', 'admin', $3)`,
    [hashOf(secret), organisation, now + inviteLifeMs],
  );
  return secret;
}

/** A new invite for a hub that nobody has joined yet; undefined when somebody has. */
export async function firstInvite({ database, now }: Hub): Promise<string | undefined> {
  const hasPeople = async (sql: Sql) => {
    const people = await sql.rows(v.object({ id: v.string() }), 'select id from person limit 1');
    return people.length > 0;
  };
  // Without a lock, which would count as something written, and be backed up at every start.
  if (await hasPeople(database)) return undefined;
  return database.transaction(async (sql) => {
    // Nodes that start together come here one after the other, and found one organisation.
    await sql.run('select 1 from migration where number = 1 for update');
    if (await hasPeople(sql)) return undefined;
    const [organisation] = await sql.rows(
      v.object({ id: v.string() }),
      'select id from organisation limit 1',
    );
    if (organisation === undefined) return found(sql, 'Our team', now());
    // The one printed at the last start may stand in a log: only the newest is good.
    await sql.run('delete from invite where organisation = $1', [organisation.id]);
    return inviteFirst(sql, organisation.id, now());
  });
}

/** An invite, good once. Nobody can give a role above their own. */
export async function makeInvite(hub: Hub, by: Member, kb: string, role: Role) {
  const own = roleIn(by, kb);
  if (own === undefined || !mayDo(own, role)) throw new Refusal(403, 'This role is above yours');
  const invite = newSecret();
  const expiresAt = hub.now() + inviteLifeMs;
  await hub.database.transaction(async (sql) => {
    await sql.run(
      `insert into invite (secret_hash, organisation, kb, role, made_by, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [hashOf(invite), by.organisation, kb, role, by.person, expiresAt],
    );
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'invited', about: `${role} of ${kb}` });
  });
  return { invite, expiresAt };
}

const inviteRow = v.object({
  organisation: v.string(),
  organisation_name: v.string(),
  kb: v.string(),
  role: v.picklist(roles),
  made_by: v.nullable(v.string()),
  expires_at: big,
});

async function mayGive(sql: Sql, person: string, kb: string, role: Role): Promise<boolean> {
  const held = await sql.rows(
    v.object({ role: v.picklist(roles) }),
    `select role from membership where person = $1 and kb in ('*', $2)
       and exists (select 1 from device where device.person = $1 and revoked_at is null)`,
    [person, kb],
  );
  return held.some((own) => mayDo(own.role, role));
}

/** Uses an invite up: a new person with a new device, whose token is given out just this once. */
export async function join(
  hub: Hub,
  given: { readonly invite: string; readonly name: string; readonly eventsFrom: number },
) {
  const now = hub.now();
  return hub.database.transaction(async (sql) => {
    // Of two who use one link at the same time, one gets the row.
    const [invite] = await sql.rows(
      inviteRow,
      `update invite set used_at = $2 from organisation
       where secret_hash = $1 and used_at is null and organisation.id = invite.organisation
       returning invite.organisation, organisation.name as organisation_name, kb, role, made_by,
         expires_at`,
      [hashOf(given.invite), now],
    );
    if (invite === undefined) throw new Refusal(410, 'This invite is used up or unknown');
    if (invite.expires_at < now) throw new Refusal(410, 'This invite has expired');
    const { organisation, kb, role, made_by } = invite;
    // Or somebody whose access was taken away would come back by an invite of their own.
    if (made_by !== null && !(await mayGive(sql, made_by, kb, role))) {
      throw new Refusal(410, 'Who made this invite may not make it any more');
    }
    const person = await addPerson(sql, { organisation, name: given.name, kb, role, at: now });
    const { token } = await addDevice(sql, person, given.eventsFrom, now);
    await writeAudit(sql, { organisation, person, at: now, deed: 'joined', about: given.name });
    return { token, organisation: invite.organisation_name, name: given.name };
  });
}
