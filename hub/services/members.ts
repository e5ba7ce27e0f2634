import * as v from 'valibot';
import { mayDo, type Role, roles } from '../../lib/protocol/hub-sync.ts';
import type { Hub } from './hub.ts';
import { Refusal } from './refusal.ts';
import { hashOf } from './secrets.ts';

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

/** Whether the device may still do exactly what it could. */
export async function mayStill({ database }: Hub, { device, roles: held }: Member) {
  const rows = await database.rows(
    v.object({ kb: v.string(), role: v.picklist(roles) }),
    `select kb, role from device join membership on membership.person = device.person
     where device.id = $1 and revoked_at is null`,
    [device],
  );
  return signatureOf(rows) === signatureOf(held);
}

/** Two that are equal stand for the same roles. */
export const signatureOf = (held: Member['roles']) =>
  held
    .map(({ kb, role }) => `${kb} ${role}`)
    .toSorted()
    .join(', ');

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
