import * as v from 'valibot';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import { addDevice } from './let-in.ts';
import type { Member } from './members.ts';
import { Refusal } from './refusal.ts';
import { hashOf, newSecret } from './secrets.ts';

/** As long as it takes to open the other browser: whoever has the link comes in as somebody else. */
const linkLifeMs = 15 * 60 * 1000;

/** A link for another browser of whoever asks, good once; one made before is worth nothing now. */
export async function makeDeviceLink({ database, now }: Hub, by: Member) {
  const link = newSecret();
  const expiresAt = now() + linkLifeMs;
  await database.transaction(async (sql) => {
    await sql.run('delete from device_link where organisation = $1 and expires_at < $2', [
      by.organisation,
      now(),
    ]);
    await sql.run(
      `insert into device_link (person, organisation, secret_hash, made_by, expires_at)
       values ($1, $2, $3, $4, $5)
       on conflict (person) do update set secret_hash = excluded.secret_hash,
         made_by = excluded.made_by, expires_at = excluded.expires_at`,
      [by.person, by.organisation, hashOf(link), by.device, expiresAt],
    );
  });
  return { link, expiresAt };
}

/**
 * Of links that still let somebody in. Whoever lost the browser that made one, or is not in the team
 * any more, must not come back by it.
 */
const good = `secret_hash = $1 and expires_at >= $2
  and person.id = device_link.person and organisation.id = device_link.organisation
  and device.id = device_link.made_by and device.revoked_at is null
  and exists (select 1 from membership where membership.person = person.id)`;

const usedUp = () => new Refusal(410, 'This link is used up, has expired or is unknown');

/** As whom the link lets in, and where; it stays good. */
export async function linkOwner({ database, now }: Hub, link: string) {
  const [owner] = await database.rows(
    v.object({ name: v.string(), organisation: v.string() }),
    `select person.name, organisation.name as organisation
     from device_link, person, organisation, device where ${good}`,
    [hashOf(link), now()],
  );
  if (owner === undefined) throw usedUp();
  return owner;
}

const ownerRow = v.object({
  person: v.string(),
  name: v.string(),
  organisation: v.string(),
  organisation_name: v.string(),
});

/** Uses a link up: a new device of its person, whose token is given out just this once. */
export async function joinAgain(
  { database, now }: Hub,
  { link, eventsFrom }: { readonly link: string; readonly eventsFrom: number },
) {
  const given = [hashOf(link), now()];
  return database.transaction(async (sql) => {
    // Whoever takes access away holds this row, too: what was taken before is seen below.
    await sql.run(
      `select 1 from organisation where id =
         (select organisation from device_link where secret_hash = $1) for update`,
      given.slice(0, 1),
    );
    // Of two who use one link at the same time, one gets the row.
    const [owner] = await sql.rows(
      ownerRow,
      `delete from device_link using person, organisation, device where ${good}
       returning person.id as person, person.name, organisation.id as organisation,
         organisation.name as organisation_name`,
      given,
    );
    if (owner === undefined) throw usedUp();
    const { person, organisation } = owner;
    const { device, token } = await addDevice(sql, person, eventsFrom, now());
    await writeAudit(sql, {
      ...{ organisation, person, at: now() },
      deed: 'added device',
      about: device,
    });
    return { token, organisation: owner.organisation_name, name: owner.name };
  });
}
