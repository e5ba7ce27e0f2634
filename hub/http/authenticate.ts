import type { Hub } from '../services/hub.ts';
import { type Member, memberOf } from '../services/members.ts';

/** The member whose token this is; undefined when it is missing, not good, or not any more. */
export async function authenticate(
  hub: Hub,
  header: string | undefined,
): Promise<Member | undefined> {
  const token = /^Bearer ([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  return token === undefined ? undefined : memberOf(hub, token);
}
