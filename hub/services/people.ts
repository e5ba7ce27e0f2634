import * as v from 'valibot';
import type { Person } from '../../lib/protocol/hub-people.ts';
import { mayDo, roles } from '../../lib/protocol/hub-sync.ts';
import { big } from '../store/sql.ts';
import type { Hub } from './hub.ts';
import { type Member, roleIn } from './members.ts';

const heldRow = v.object({
  id: v.string(),
  name: v.string(),
  kb: v.string(),
  role: v.picklist(roles),
});
const deviceRow = v.object({
  id: v.string(),
  person: v.string(),
  created_at: big,
  seen_at: v.nullable(big),
  revoked_at: v.nullable(big),
});

/**
 * Who is in the team: for somebody with a role in some bases only, who shares one of them. Devices
 * are told to who may take them away.
 */
export async function people({ database }: Hub, by: Member): Promise<Person[]> {
  const held = await database.rows(
    heldRow,
    `select person.id, name, kb, role from person join membership on membership.person = person.id
     where organisation = $1 order by person.created_at, person.id, kb`,
    [by.organisation],
  );
  const role = roleIn(by, '*');
  const mayRevoke = role !== undefined && mayDo(role, 'supervisor');
  const devices = mayRevoke
    ? await database.rows(
        deviceRow,
        `select device.id, person, device.created_at, seen_at, revoked_at from device
         join person on person.id = device.person where organisation = $1
         order by device.created_at, device.id`,
        [by.organisation],
      )
    : [];
  const shared = new Set(
    held.filter(({ kb }) => kb === '*' || roleIn(by, kb) !== undefined).map(({ id }) => id),
  );
  return [...new Map(held.map(({ id, name }) => [id, name]))]
    .filter(([id]) => shared.has(id))
    .map(([id, name]) => ({
      id,
      name,
      roles: held.filter((each) => each.id === id).map(({ kb, role }) => ({ kb, role })),
      devices: devices
        .filter(({ person }) => person === id)
        .map((device) => ({
          id: device.id,
          joinedAt: device.created_at,
          seenAt: device.seen_at,
          revoked: device.revoked_at !== null,
          isThis: device.id === by.device,
        })),
      isYou: id === by.person,
    }));
}
