import * as v from 'valibot';
import { must } from '../lib/base/must.ts';
import { foundOrganisation, inviteAdmin } from './services/invites.ts';
import { openStanding, type Where } from './store/open-database.ts';

type Wish = {
  readonly where: Where;
  readonly organisation: string | undefined;
  /** Where people reach the hub. */
  readonly origin: string;
};

/** Makes an invite link for an administrator of a team that there is. */
export async function inviteToTeam({ where, organisation, origin }: Wish): Promise<string> {
  const database = await openStanding(where);
  try {
    const made = await inviteAdmin({ database, now: Date.now }, organisation);
    return words(made.organisation, origin, made.secret);
  } finally {
    await database.close();
  }
}

/** Makes one more team on a hub, and an invite link for its first person. */
export async function foundTeam({ where, organisation, origin }: Wish): Promise<string> {
  const name = organisation?.trim() ?? '';
  if (name === '' || name.length > 120) {
    throw new Error('Say what it is called, in up to 120 letters: --organisation NAME');
  }
  const database = await openStanding(where);
  try {
    const named = () =>
      database.rows(
        v.object({ id: v.string(), name: v.string() }),
        'select id, name from organisation where name = $1',
        [name],
      );
    if ((await named()).length > 0) throw new Error(`There is an organisation "${name}" already.`);
    const secret = await foundOrganisation({ database, now: Date.now }, name);
    const [made] = await named();
    return words(must(made, 'what was founded'), origin, secret);
  } finally {
    await database.close();
  }
}

const words = ({ id, name }: { id: string; name: string }, origin: string, secret: string) =>
  `For an administrator of "${name}" (${id}), good once, within seven days:
  ${origin}/join#${secret}
Where people reach the hub at another address, put that in front of /join.`;
