import * as v from 'valibot';
import { mayDo, type Role, roles } from '../../lib/protocol/hub-sync.ts';
import type { Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import { type Member, roleIn } from './members.ts';
import { holdBackOpen } from './proposals.ts';
import { Refusal } from './refusal.ts';
import { newId } from './secrets.ts';

const heldRow = v.object({ kb: v.string(), role: v.picklist(roles) });
type Held = readonly v.InferOutput<typeof heldRow>[];
const idRow = v.object({ id: v.string() });

/** Gives a person a role in one base or in all, or takes it; their devices hear of it at once. */
export async function changeRole(
  hub: Hub,
  by: Member,
  person: string,
  { kb, role }: { readonly kb: string; readonly role: Role | null },
): Promise<void> {
  const cut = await hub.database.transaction(async (sql) => {
    const held = await lockedRoles(sql, by, person);
    if (role !== null) demandOver(by, kb, role);
    if (role === null && held.every((each) => each.kb === kb)) {
      throw new Refusal(400, 'Without any role they would not be in the team: remove them');
    }
    if (role === null) {
      await sql.run('delete from membership where person = $1 and kb = $2', [person, kb]);
    } else {
      await sql.run(
        `insert into membership (person, kb, role) values ($1, $2, $3)
         on conflict (person, kb) do update set role = excluded.role`,
        [person, kb, role],
      );
    }
    await holdBackOpen(sql, person);
    await demandAnAdmin(sql, by, held);
    await newKeys(sql, by);
    const about = `${person} ${role ?? 'none'} of ${kb}`;
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'changed role', about });
    return sql.rows(idRow, 'select id from device where person = $1 and revoked_at is null', [
      person,
    ]);
  });
  hub.forget();
  // A stream goes by the roles at its opening: the devices open new ones.
  for (const { id } of cut) hub.cutOff(id);
}

/** Takes a device's access away, from this moment on. */
export async function revoke(hub: Hub, by: Member, device: string): Promise<void> {
  await hub.database.transaction(async (sql) => {
    const [found] = await sql.rows(
      v.object({ person: v.string() }),
      `select person from device join person on person.id = device.person
       where device.id = $1 and organisation = $2`,
      [device, by.organisation],
    );
    if (found === undefined) throw new Refusal(404, 'There is no such device');
    const held = await lockedRoles(sql, by, found.person);
    await sql.run('update device set revoked_at = coalesce(revoked_at, $2) where id = $1', [
      device,
      hub.now(),
    ]);
    await demandAnAdmin(sql, by, held);
    await newKeys(sql, by);
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'revoked', about: device });
  });
  hub.forget();
  hub.cutOff(device);
}

/** Takes the access of the device that asks, as nobody has to be asked who leaves. */
export async function leave(hub: Hub, by: Member): Promise<void> {
  await hub.database.transaction(async (sql) => {
    const held = await lockedRoles(sql, by, by.person);
    await sql.run('update device set revoked_at = coalesce(revoked_at, $2) where id = $1', [
      by.device,
      hub.now(),
    ]);
    // Nobody needs an administrator where nobody is left.
    if (await hasMembers(sql, by)) await demandAnAdmin(sql, by, held);
    await newKeys(sql, by);
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'left', about: by.device });
  });
  hub.forget();
  hub.cutOff(by.device);
}

/**
 * Takes a person out of the team with all devices. What they published stays theirs; what they
 * handed in and nobody published is withdrawn.
 */
export async function removePerson(hub: Hub, by: Member, person: string): Promise<void> {
  const cut = await hub.database.transaction(async (sql) => {
    const held = await lockedRoles(sql, by, person);
    const devices = await sql.rows(
      idRow,
      'update device set revoked_at = coalesce(revoked_at, $2) where person = $1 returning id',
      [person, hub.now()],
    );
    await sql.run('delete from membership where person = $1', [person]);
    await sql.run(
      `update proposal set state = 'withdrawn', closed_at = $2
       where person = $1 and state in ('waiting', 'stuck')`,
      [person, hub.now()],
    );
    await demandAnAdmin(sql, by, held);
    await newKeys(sql, by);
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'removed', about: person });
    return devices;
  });
  hub.forget();
  for (const { id } of cut) hub.cutOff(id);
}

/** What a person holds, if it is not above who asks. One changes an organisation's roles at a time. */
async function lockedRoles(sql: Sql, by: Member, person: string): Promise<Held> {
  await sql.run('select 1 from organisation where id = $1 for update', [by.organisation]);
  const held = await sql.rows(
    heldRow,
    `select kb, role from membership join person on person.id = membership.person
     where person = $1 and organisation = $2`,
    [person, by.organisation],
  );
  if (held.length === 0) throw new Refusal(404, 'There is no such person');
  for (const { kb, role } of held) demandOver(by, kb, role);
  return held;
}

function demandOver(by: Member, kb: string, role: Role): void {
  const own = roleIn(by, kb);
  if (own === undefined || !mayDo(own, role)) throw new Refusal(403, 'This role is above yours');
}

const hasMembers = async (sql: Sql, { organisation }: Member): Promise<boolean> => {
  const text = `select device.id from device join person on person.id = device.person
    where organisation = $1 and revoked_at is null limit 1`;
  return (await sql.rows(idRow, text, [organisation])).length > 0;
};

/** Throws when it was the last who may do everything, on a device that works. */
async function demandAnAdmin(sql: Sql, { organisation }: Member, had: Held): Promise<void> {
  if (!had.some(({ kb, role }) => kb === '*' && role === 'admin')) return;
  const left = await sql.rows(
    idRow,
    `select person.id from person join membership on membership.person = person.id
       join device on device.person = person.id
     where organisation = $1 and kb = '*' and role = 'admin' and revoked_at is null limit 1`,
    [organisation],
  );
  if (left.length === 0) throw new Refusal(409, 'Somebody must stay an administrator');
}

/** Whoever knew the keys could go on reading by them; the others get the new ones with a sync. */
async function newKeys(sql: Sql, { organisation }: Member): Promise<void> {
  const kbs = await sql.rows(idRow, 'select id from kb where organisation = $1', [organisation]);
  for (const { id } of kbs) {
    await sql.run('update kb set read_key = $3 where organisation = $1 and id = $2', [
      organisation,
      id,
      newId(),
    ]);
  }
}
