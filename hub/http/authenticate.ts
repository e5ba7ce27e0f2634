import { type Hub, Refusal } from '../services/hub.ts';
import { type Member, memberOf } from '../services/members.ts';

/** The member whose token this is; throws 401 in words that a client knows. */
export async function authenticate(hub: Hub, header: string | undefined): Promise<Member> {
  const token = /^Bearer ([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  const member = token === undefined ? undefined : await memberOf(hub, token);
  if (member === undefined) throw new Refusal(401, 'This token is not good, or not any more');
  return member;
}
