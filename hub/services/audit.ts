import type { Sql } from '../store/sql.ts';
import { newId } from './secrets.ts';

type Deed = {
  readonly organisation: string;
  /** Null for whoever runs the hub, who is nobody of the team. */
  readonly person: string | null;
  readonly at: number;
  readonly deed: string;
  readonly about: string;
};

/** Writes down who did what, in the transaction in which it is done. */
export async function writeAudit(sql: Sql, { organisation, person, at, deed, about }: Deed) {
  await sql.run(
    `insert into audit (id, organisation, at, person, deed, about)
     values ($1, $2, $3, $4, $5, $6)`,
    [newId(), organisation, at, person, deed, about],
  );
}
