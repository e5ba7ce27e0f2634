import * as v from 'valibot';
import { mayDo, type Role, roles } from '../../lib/protocol/hub-sync.ts';
import { big } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import { type Hub, Refusal } from './hub.ts';
import { hashOf, newId } from './secrets.ts';

/** Who asks: the person that a device's token stands for, and what they may do where. */
export type Member = {
  readonly organisation: string;
  readonly person: string;
  readonly device: string;
  readonly roles: readonly { readonly kb: string; readonly role: Role }[];
};

const memberRow = v.object({
  organisation: v.string(),
  person: v.string(),
  device: v.string(),
  kb: v.string(),
  role: v.picklist(roles),
});

/** The member with this token; undefined when it is unknown or revoked. Asked anew on every call. */
export async function memberOf(hub: Hub, token: string): Promise<Member | undefined> {
  const rows = await hub.database.rows(
    memberRow,
    `select person.organisation, person.id as person, device.id as device,
       membership.kb, membership.role
     from device join person on person.id = device.person
     join membership on membership.person = person.id
     where device.token_hash = $1 and device.revoked_at is null`,
    [hashOf(token)],
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  const { organisation, person, device } = first;
  return { organisation, person, device, roles: rows.map(({ kb, role }) => ({ kb, role })) };
}

/** Whether the device's access still stands. */
export async function mayStill({ database }: Hub, { device }: Member): Promise<boolean> {
  const text = 'select id from device where id = $1 and revoked_at is null';
  return (await database.rows(v.object({ id: v.string() }), text, [device])).length > 0;
}

/** The most that a member may do in a base; `*` asks for all of the organisation. */
export function roleIn({ roles: held }: Member, kb: string): Role | undefined {
  const here = held.filter((each) => each.kb === '*' || each.kb === kb).map(({ role }) => role);
  return here.toSorted((one, other) => roles.indexOf(other) - roles.indexOf(one))[0];
}

/** Throws unless the member may do this much in the base. */
export function demand(member: Member, kb: string, needed: Role): void {
  const role = roleIn(member, kb);
  // A base that one may not even read is not shown to exist.
  if (role === undefined) throw new Refusal(404, 'There is no such base');
  if (!mayDo(role, needed)) throw new Refusal(403, `This needs the role ${needed}`);
}

const personRow = v.object({ id: v.string(), name: v.string() });
const deviceRow = v.object({
  id: v.string(),
  person: v.string(),
  created_at: big,
  revoked_at: v.nullable(big),
});
const membershipRow = v.object({ person: v.string(), kb: v.string(), role: v.picklist(roles) });

/** Everybody of the organisation, with their roles and devices. */
export async function people({ database }: Hub, organisation: string) {
  const of = [organisation];
  const persons = await database.rows(
    personRow,
    'select id, name from person where organisation = $1 order by created_at, id',
    of,
  );
  const held = await database.rows(
    membershipRow,
    `select membership.person, kb, role from membership
     join person on person.id = membership.person where organisation = $1 order by kb`,
    of,
  );
  const devices = await database.rows(
    deviceRow,
    `select device.id, person, device.created_at, revoked_at from device
     join person on person.id = device.person where organisation = $1
     order by device.created_at, device.id`,
    of,
  );
  return persons.map(({ id, name }) => ({
    id,
    name,
    roles: held.filter(({ person }) => person === id).map(({ kb, role }) => ({ kb, role })),
    devices: devices
      .filter(({ person }) => person === id)
      .map((device) => ({
        id: device.id,
        joinedAt: device.created_at,
        revoked: device.revoked_at !== null,
      })),
  }));
}

/** Takes a device's access away, from this moment on. */
export async function revoke(hub: Hub, by: Member, device: string): Promise<void> {
  await hub.database.transaction(async (sql) => {
    const found = await sql.rows(
      v.object({ person: v.string() }),
      `update device set revoked_at = coalesce(revoked_at, $3) from person
       where device.id = $1 and person.id = device.person and person.organisation = $2
       returning device.person`,
      [device, by.organisation, hub.now()],
    );
    const [owner] = found;
    if (owner === undefined) throw new Refusal(404, 'There is no such device');
    const theirs = await sql.rows(
      membershipRow,
      'select person, kb, role from membership where person = $1',
      [owner.person],
    );
    for (const { kb, role } of theirs) {
      const own = roleIn(by, kb);
      if (own === undefined || !mayDo(own, role))
        throw new Refusal(403, 'This person is above you');
    }
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'revoked', about: device });
    // Whoever knew the keys could go on reading by them; the others get the new ones with a sync.
    const kbs = await sql.rows(
      v.object({ id: v.string() }),
      'select id from kb where organisation = $1',
      [by.organisation],
    );
    for (const { id } of kbs) {
      await sql.run('update kb set read_key = $3 where organisation = $1 and id = $2', [
        by.organisation,
        id,
        newId(),
      ]);
    }
  });
  hub.cutOff(device);
}
