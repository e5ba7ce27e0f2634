import type { HubProcess } from '../tests/support/hub/run-hub';
import { put } from '../tests/support/hub/test-hub';

/** Entries that the base holds to begin with: ten whole pages. */
export const entryCount = 2_560;

/** A team on a hub that nobody has joined, with one base. */
export async function makeTeam(hub: HubProcess, eventDevices: number) {
  const ask = async (path: string, token: string, body?: unknown) => {
    const answer = await fetch(`${hub.origin}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const join = async (invite: string): Promise<string> =>
    (await ask('/v1/join', '', { invite, name: 'Ana', eventsFrom: 0 })).token;
  const token = await join(hub.inviteLink?.split('#')[1] ?? '');
  await ask('/v1/bases', token, { kb: 'shop' });
  let made = 0;
  const publish = (count: number, origin = hub.origin) => {
    const changes = Array.from({ length: count }, () => {
      made++;
      return { op: put(`entry-${made}`, answerOf(made)), basedOn: 0 };
    });
    return fetch(`${origin}/v1/bases/shop/publish`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ why: 'bench', changes }),
    }).then((answer) => {
      if (!answer.ok) throw new Error(`publish: ${answer.status}`);
    });
  };
  for (let at = 0; at < entryCount; at += 256) await publish(256);
  await publish(1);
  const { bases } = await ask('/v1/sync', token);
  const [{ readKey, head }] = bases;
  const devices: string[] = [];
  for (let at = 0; at < eventDevices; at++) {
    const { invite } = await ask('/v1/invites', token, { role: 'agent', kb: '*' });
    devices.push(await join(invite));
  }
  return {
    token,
    devices,
    ask,
    publish,
    head: `/v1/k/${readKey}/head`,
    delta: `/v1/k/${readKey}/${head.epoch}/d/${entryCount}-${entryCount + 1}`,
    page: `/v1/k/${readKey}/${head.epoch}/d/0-256`,
  };
}

const words = 'order parcel refund invoice address courier warranty voucher delivery return'.split(
  ' ',
);

/** About 600 characters, of which no two are the same. */
function answerOf(at: number): string {
  const some = Array.from(
    { length: 70 },
    (_, word) => words[(at * 7 + word * word) % words.length],
  );
  return `Answer ${at}: 您的订单 ${some.join(' ')} ${at * 31}.`;
}
