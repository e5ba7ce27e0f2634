import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import { addDevice, addPerson } from './let-in.ts';
import type { Account, Provider } from './provider.ts';
import { Refusal } from './refusal.ts';
import { hashOf, newSecret } from './secrets.ts';

const journeyMs = 10 * 60_000;
/** From the code's showing to its use. */
const codeMs = 3 * 60_000;
const mostTries = 5;
/** Without letters and digits that are taken for one another. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const organisationRow = v.object({ id: v.string(), name: v.string() });

async function organisationFor(sql: Sql, { settings }: Provider) {
  const rows = await sql.rows(
    organisationRow,
    'select id, name from organisation where $1::text is null or id = $1 limit 2',
    [settings.organisation ?? null],
  );
  const [only] = rows;
  if (only === undefined || rows.length > 1) {
    throw new Refusal(409, 'CUECARD_SSO_ORGANISATION must name one organisation of this hub');
  }
  return only;
}

/** Begins a sign-in for whoever can say what the challenge was made of. */
export async function beginSignIn(hub: Hub, provider: Provider, challenge: string) {
  const { url, state, nonce, verifier } = await provider.begin();
  const browser = newSecret();
  await hub.database.transaction(async (sql) => {
    await sql.run('delete from sign_in where expires_at < $1', [hub.now()]);
    const { id } = await organisationFor(sql, provider);
    const made = await sql.rows(
      v.object({ challenge: v.string() }),
      `insert into sign_in
         (state_hash, organisation, challenge, browser_hash, nonce, verifier, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning challenge`,
      [hashOf(state), id, challenge, hashOf(browser), nonce, verifier, hub.now() + journeyMs],
    );
    if (made.length === 0) throw new Refusal(409, 'This sign-in has begun already');
  });
  return { url, browser };
}

const journeyRow = v.object({ nonce: v.string(), verifier: v.string() });

/** Ends a sign-in in the browser in which it began. Gives back the code to be shown there. */
export async function endSignIn(
  hub: Hub,
  provider: Provider,
  { query, browser }: { readonly query: string; readonly browser: string },
): Promise<string> {
  const state = new URLSearchParams(query).get('state') ?? '';
  // Taken before it is used: of two who come with one answer, one is let on.
  const [journey] = await hub.database.transaction((sql) =>
    sql.rows(
      journeyRow,
      `update sign_in set is_used = true
       where state_hash = $1 and browser_hash = $2 and not is_used and expires_at > $3
       returning nonce, verifier`,
      [hashOf(state), hashOf(browser), hub.now()],
    ),
  );
  if (journey === undefined) throw new Refusal(410, 'This sign-in is over or began elsewhere');
  const { issuer, subject, name } = await provider.end(query, { state, ...journey });
  const code = Array.from(randomBytes(8), (byte) => letters[byte % letters.length]).join('');
  await hub.database.run(
    `update sign_in set issuer = $2, subject = $3, name = $4, code_hash = $5, expires_at = $6,
       nonce = '', verifier = '' where state_hash = $1`,
    [hashOf(state), issuer, subject, name, hashOf(code), hub.now() + codeMs],
  );
  return code;
}

const endedRow = v.object({
  state_hash: v.string(),
  issuer: v.string(),
  subject: v.string(),
  name: v.string(),
  code_hash: v.string(),
});

/** Gives a token for the code, to whom the sign-in was begun for. */
export async function exchange(
  hub: Hub,
  provider: Provider,
  given: { readonly secret: string; readonly code: string; readonly eventsFrom: number },
) {
  const done = await hub.database.transaction(async (sql) => {
    const [row] = await sql.rows(
      endedRow,
      `update sign_in set tries = tries + 1
       where challenge = $1 and code_hash is not null and expires_at > $2 and tries < ${mostTries}
       returning state_hash, issuer, subject, name, code_hash`,
      [hashOf(given.secret), hub.now()],
    );
    if (row === undefined) throw new Refusal(410, 'This sign-in is over: begin it again');
    // Not thrown: the try has to be counted.
    if (row.code_hash !== hashOf(given.code)) return undefined;
    await sql.run('delete from sign_in where state_hash = $1', [row.state_hash]);
    const organisation = await organisationFor(sql, provider);
    const person = await personOf(sql, hub, provider, organisation.id, row);
    const { token } = await addDevice(sql, person, given.eventsFrom, hub.now());
    return { token, organisation: organisation.name, name: row.name };
  });
  if (done === undefined) throw new Refusal(400, 'This is not the code that was shown');
  return done;
}

async function personOf(
  sql: Sql,
  hub: Hub,
  { settings: { kb, role } }: Provider,
  organisation: string,
  { issuer, subject, name }: Account,
): Promise<string> {
  const at = hub.now();
  const deed = { organisation, at, about: name };
  const account = [organisation, issuer, subject];
  const [known] = await sql.rows(
    v.object({ person: v.string(), may: v.boolean() }),
    `select person, exists (select 1 from membership where membership.person = login.person) as may
     from login where organisation = $1 and issuer = $2 and subject = $3`,
    account,
  );
  if (known !== undefined) {
    // Taken out by the team: the provider, who still knows them, does not bring them back.
    if (!known.may) throw new Refusal(410, 'Your access to this team was taken away');
    await writeAudit(sql, { ...deed, person: known.person, deed: 'signed in' });
    return known.person;
  }
  const person = await addPerson(sql, { organisation, name, kb, role, at });
  await sql.run(
    'insert into login (organisation, issuer, subject, person) values ($1, $2, $3, $4)',
    [...account, person],
  );
  await writeAudit(sql, { ...deed, person, deed: 'joined by single sign-on' });
  return person;
}
