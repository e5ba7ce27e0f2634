import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type HubProcess, hubFolder, runHub } from '../tests/support/hub/run-hub.ts';
import type { Stage } from './gallery-stage.ts';

/** Somebody of the team who works elsewhere; asks the hub as their browser would. */
export type Colleague = <Answer>(path: string, body?: object) => Promise<Answer>;

/** A hub with a team on it, for as long as the stage is there. */
export type Team = {
  readonly hub: HubProcess;
  /** Its first administrator. */
  readonly maya: Colleague;
  /** A link for one more, with a role in all bases. */
  invite(role: string): Promise<string>;
  join(role: string, name: string): Promise<Colleague>;
  revoke(name: string): Promise<void>;
  restart(): Promise<void>;
};

export async function foundTeam({ say, atEnd }: Stage): Promise<Team> {
  const { folder, remove } = hubFolder();
  await (await runHub(folder)).end('SIGTERM');
  // The hub does not ask for the team's name yet.
  const database = new PGlite(join(folder, 'database'));
  await database.query('update organisation set name = $1', [say('Harbour Support', '木棉客服部')]);
  await database.close();
  let hub = await runHub(folder);
  const call = async <Answer>(path: string, token?: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${hub.origin}${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<Answer>;
  };
  const enter = async (invite: string | undefined, name: string): Promise<Colleague> => {
    const given = { invite, name, eventsFrom: 0 };
    const { token } = await call<{ token: string }>('/v1/join', undefined, given);
    return (path, body) => call(path, token, body);
  };
  const maya = await enter(hub.inviteLink?.split('#')[1], say('Maya', '小雅'));
  const inviteFor = async (role: string) =>
    (await maya<{ invite: string }>('/v1/invites', { role, kb: '*' })).invite;
  atEnd(async () => {
    await hub.end('SIGKILL');
    remove();
  });
  return {
    get hub() {
      return hub;
    },
    maya,
    invite: async (role) => `${hub.origin}/join#${await inviteFor(role)}`,
    join: async (role, name) => enter(await inviteFor(role), name),
    async revoke(person) {
      type People = { people: { name: string; devices: { id: string }[] }[] };
      const { people } = await maya<People>('/v1/people');
      const device = people.find(({ name }) => name === person)?.devices[0]?.id;
      await maya(`/v1/devices/${device}/revoke`, {});
    },
    async restart() {
      hub = await runHub(folder, Number(new URL(hub.origin).port));
    },
  };
}
