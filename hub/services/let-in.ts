import type { Role } from '../../lib/protocol/hub-sync.ts';
import type { Sql } from '../store/sql.ts';
import { hashOf, newId, newSecret } from './secrets.ts';

type Newcomer = {
  readonly organisation: string;
  readonly name: string;
  readonly kb: string;
  readonly role: Role;
  readonly at: number;
};

/** A new person with their first role. Gives back their id. */
export async function addPerson(
  sql: Sql,
  { organisation, name, kb, role, at }: Newcomer,
): Promise<string> {
  const person = newId();
  await sql.run('insert into person (id, organisation, name, created_at) values ($1, $2, $3, $4)', [
    person,
    organisation,
    name,
    at,
  ]);
  await sql.run('insert into membership (person, kb, role) values ($1, $2, $3)', [
    person,
    kb,
    role,
  ]);
  return person;
}

/** A new device of a person. Gives back its id, and its token, of which only the hash is kept. */
export async function addDevice(
  sql: Sql,
  person: string,
  eventsFrom: number,
  at: number,
): Promise<{ readonly device: string; readonly token: string }> {
  const device = newId();
  const token = newSecret();
  await sql.run(
    `insert into device (id, person, token_hash, event_hw, created_at)
     values ($1, $2, $3, $4, $5)`,
    [device, person, hashOf(token), eventsFrom, at],
  );
  return { device, token };
}
