import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteInTouch } from '../../../hub/services/last-seen';
import {
  auditReplySchema,
  invitesReplySchema,
  type Person,
  peopleReplySchema,
} from '../../../lib/protocol/hub-people';
import type { Role } from '../../../lib/protocol/hub-sync';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

let test: TestHub;
beforeAll(async () => {
  test = await makeTestHub();
});
afterAll(() => test?.close());

async function people(token: string): Promise<Person[]> {
  const reply = await test.ask('GET', '/v1/people', token);
  return v.parse(peopleReplySchema, reply.json()).people;
}
/** As they see themselves. */
const me = async (token: string) =>
  (await people(token)).find(({ isYou }) => isYou) ?? expect.fail('Who asks is not there');
/** As somebody who may see devices sees them. */
const seen = async (by: string, token: string) => {
  const { id } = await me(token);
  return (await people(by)).find((person) => person.id === id) ?? expect.fail('Nobody');
};
const changeRole = (by: string, person: string, role: Role | null, kb = '*') =>
  test.ask('POST', `/v1/people/${person}/role`, by, { kb, role });
const remove = (by: string, person: string) =>
  test.ask('POST', `/v1/people/${person}/remove`, by, {});
const revoke = (by: string, device: string | undefined) =>
  test.ask('POST', `/v1/devices/${device}/revoke`, by, {});
const statusOf = async (token: string) => (await test.ask('GET', '/v1/sync', token)).status;

describe('the people of a team', () => {
  it('are seen by all with their roles, and with their devices by who may revoke them', async () => {
    const admin = await test.found();
    const agent = await test.invited(admin, 'agent');
    expect((await people(agent)).map(({ roles, devices }) => [roles[0]?.role, devices])).toEqual([
      ['admin', []],
      ['agent', []],
    ]);
    const { devices } = await seen(admin, agent);
    expect(devices.map(({ revoked, isThis }) => [revoked, isThis])).toEqual([[false, false]]);
    expect((await me(admin)).devices[0]?.isThis).toBe(true);
  });

  it('of one base do not learn who is in the others only', async () => {
    const admin = await test.found();
    const here = await test.invited(admin, 'agent', 'here');
    await test.invited(admin, 'agent', 'there');
    expect((await people(here)).map(({ roles }) => roles[0]?.kb)).toEqual(['*', 'here']);
    expect((await people(admin)).length).toBe(3);
  });

  it('were last seen when their device was last in touch', async () => {
    const admin = await test.found();
    const agent = await test.invited(admin, 'agent');
    const [device] = (await seen(admin, agent)).devices;
    expect(device?.seenAt).toBeNull();
    const before = Date.now();
    await test.ask('GET', '/v1/sync', agent);
    const first = (await seen(admin, agent)).devices[0]?.seenAt ?? 0;
    expect(first).toBeGreaterThanOrEqual(before);
    // A stream that stays open is noted, too; within the minute nothing is written again.
    const later = { ...test.hub, now: () => Date.now() + 90_000 };
    await noteInTouch(later, [device?.id ?? '']);
    const second = (await seen(admin, agent)).devices[0]?.seenAt ?? 0;
    expect(second).toBeGreaterThanOrEqual(first + 90_000);
    await noteInTouch(later, [device?.id ?? '']);
    expect((await seen(admin, agent)).devices[0]?.seenAt).toBe(second);
  });
});

describe('a role', () => {
  it('is changed at once, in all bases or in one', async () => {
    const admin = await test.found();
    await test.ask('POST', '/v1/bases', admin, { kb: 'shop' });
    const agent = await test.invited(admin, 'agent');
    const { id } = await me(agent);
    const publish = (at: number) =>
      test.ask('POST', '/v1/bases/shop/publish', agent, {
        why: '',
        changes: [{ op: put(`e${at}`), basedOn: at }],
      });
    expect((await publish(1)).status).toBe(403);
    expect((await changeRole(admin, id, 'supervisor', 'shop')).status).toBe(200);
    expect((await publish(2)).status).toBe(200);
    expect((await changeRole(admin, id, null, 'shop')).status).toBe(200);
    expect((await publish(3)).status).toBe(403);
    expect((await changeRole(admin, id, 'supervisor')).status).toBe(200);
    expect((await publish(4)).status).toBe(200);
  });

  it('above one’s own is neither given nor taken', async () => {
    const admin = await test.found();
    const boss = await test.invited(admin, 'supervisor');
    const agent = await test.invited(admin, 'agent');
    const { id } = await me(admin);
    expect((await changeRole(boss, (await me(agent)).id, 'admin')).status).toBe(403);
    expect((await changeRole(boss, id, 'agent')).status).toBe(403);
    expect((await remove(boss, id)).status).toBe(403);
    expect((await revoke(boss, (await seen(boss, admin)).devices[0]?.id)).status).toBe(403);
    expect(await statusOf(admin)).toBe(200);
  });

  it('is never the last one taken from a person: that is removing them', async () => {
    const admin = await test.found();
    const agent = await test.invited(admin, 'agent');
    expect((await changeRole(admin, (await me(agent)).id, null)).status).toBe(400);
  });
});

describe('the last administrator', () => {
  it('stays, whichever way they would go', async () => {
    const admin = await test.found();
    await test.invited(admin, 'supervisor');
    const { id, devices } = await me(admin);
    expect((await changeRole(admin, id, 'agent')).status).toBe(409);
    expect((await remove(admin, id)).status).toBe(409);
    expect((await revoke(admin, devices[0]?.id)).status).toBe(409);
    expect(await statusOf(admin)).toBe(200);
    expect((await me(admin)).roles[0]?.role).toBe('admin');
  });

  it('may go once there is another, and of two who go together one stays', async () => {
    const admin = await test.found();
    const other = await test.invited(admin, 'admin');
    const [one, two] = [(await me(admin)).id, (await me(other)).id];
    const replies = await Promise.all([remove(admin, one), remove(other, two)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is not one whose devices were all revoked', async () => {
    const admin = await test.found();
    const other = await test.invited(admin, 'admin');
    const [device] = (await seen(admin, other)).devices;
    expect((await revoke(admin, device?.id)).status).toBe(200);
    expect((await remove(admin, (await me(admin)).id)).status).toBe(409);
  });
});

describe('who leaves', () => {
  const leave = (token: string) => test.ask('POST', '/v1/leave', token, {});

  it('is out with the device that asks, and the log of deeds says so', async () => {
    const admin = await test.found();
    const agent = await test.invited(admin, 'agent');
    expect((await leave(agent)).status).toBe(200);
    expect(await statusOf(agent)).toBe(401);
    expect(await statusOf(admin)).toBe(200);
    const deeds = v.parse(auditReplySchema, (await test.ask('GET', '/v1/audit', admin)).json());
    expect(deeds.deeds[0]).toMatchObject({ by: 'Ana', deed: 'left' });
  });

  it('as the last administrator is told to stay while others are there, and may go after them', async () => {
    const admin = await test.found();
    const agent = await test.invited(admin, 'agent');
    const told = await leave(admin);
    expect([told.status, told.text]).toEqual([409, expect.stringContaining('administrator')]);
    expect(await statusOf(admin)).toBe(200);
    await leave(agent);
    expect((await leave(admin)).status).toBe(200);
    expect(await statusOf(admin)).toBe(401);
  });

  it('no longer stands for an administrator', async () => {
    const admin = await test.found();
    const other = await test.invited(admin, 'admin');
    const agent = await test.invited(admin, 'agent');
    expect((await leave(other)).status).toBe(200);
    expect((await leave(admin)).status).toBe(409);
    expect(await statusOf(agent)).toBe(200);
  });
});

describe('the count of panels', () => {
  it('is of devices that may read the base and were in touch within 30 days', async () => {
    const admin = await test.found();
    for (const kb of ['tea', 'coffee']) await test.ask('POST', '/v1/bases', admin, { kb });
    const names = ['stays', 'leaves', 'moved', 'silent'] as const;
    const tokens = new Map<string, string>();
    for (const name of names) tokens.set(name, await test.invited(admin, 'agent', 'tea'));
    for (const token of [admin, ...tokens.values()]) {
      await test.ask('GET', '/v1/sync', token);
      await test.ask('POST', '/v1/seen', token, { seen: { tea: 0 } });
    }
    const counted = async () => {
      const panels = await test.ask('GET', '/v1/bases/tea/panels', admin);
      const told = await test.ask('GET', '/v1/bases/tea/revisions', admin);
      return [panels.json(), told.json<{ panels: unknown }>().panels];
    };
    const all = (count: number) => [
      { current: count, total: count },
      [{ version: 0, panels: count }],
    ];
    expect(await counted()).toEqual(all(5));
    await test.ask('POST', '/v1/leave', tokens.get('leaves'), {});
    expect(await counted()).toEqual(all(4));
    const { id } = await me(tokens.get('moved') ?? '');
    await changeRole(admin, id, 'agent', 'coffee');
    await changeRole(admin, id, null, 'tea');
    expect(await counted()).toEqual(all(3));
    const { devices } = await seen(admin, tokens.get('silent') ?? '');
    const longAgo = Date.now() - 31 * 24 * 60 * 60 * 1000;
    await test.hub.database.run('update device set seen_at = $1 where id = $2', [
      longAgo,
      devices[0]?.id ?? '',
    ]);
    expect(await counted()).toEqual(all(2));
    // Back from the holidays.
    await test.ask('GET', '/v1/sync', tokens.get('silent'));
    expect(await counted()).toEqual(all(3));
  });
});

describe('a person who was removed', () => {
  it('is out with all devices at once, and what they published still says their name', async () => {
    const admin = await test.found();
    const boss = await test.invited(admin, 'supervisor');
    await test.ask('POST', '/v1/bases', admin, { kb: 'shop' });
    const changes = [{ op: put('e1'), basedOn: 0 }];
    await test.ask('POST', '/v1/bases/shop/publish', boss, { why: '', changes });
    expect((await remove(admin, (await me(boss)).id)).status).toBe(200);
    expect(await statusOf(boss)).toBe(401);
    expect((await people(admin)).length).toBe(1);
    const told = await test.ask('GET', '/v1/bases/shop/revisions', admin);
    expect(told.json<{ revisions: { by: string }[] }>().revisions[0]?.by).toBe('Ana');
  });
});

describe('open invites', () => {
  it('are listed without their secrets, and are worth nothing once taken back', async () => {
    const admin = await test.found();
    const made = await test.ask('POST', '/v1/invites', admin, { role: 'author', kb: '*' });
    const { invite } = made.json<{ invite: string }>();
    const reply = await test.ask('GET', '/v1/invites', admin);
    expect(reply.text).not.toContain(invite);
    const [open] = v.parse(invitesReplySchema, reply.json()).invites;
    expect([open?.role, open?.kb, open?.by]).toEqual(['author', '*', 'Ana']);
    const takeBack = (by: string) => test.ask('POST', `/v1/invites/${open?.id}/take-back`, by, {});
    expect((await takeBack(await test.found())).status).toBe(404);
    expect((await takeBack(admin)).status).toBe(200);
    const join = { invite, name: 'Bo', eventsFrom: 0 };
    expect((await test.ask('POST', '/v1/join', undefined, join)).status).toBe(410);
    expect((await test.ask('GET', '/v1/invites', admin)).json()).toEqual({ invites: [] });
  });

  it('to a role above one’s own are not taken back', async () => {
    const admin = await test.found();
    const boss = await test.invited(admin, 'supervisor');
    await test.ask('POST', '/v1/invites', admin, { role: 'admin', kb: '*' });
    const reply = await test.ask('GET', '/v1/invites', boss);
    const [open] = v.parse(invitesReplySchema, reply.json()).invites;
    const taken = await test.ask('POST', `/v1/invites/${open?.id}/take-back`, boss, {});
    expect(taken.status).toBe(403);
  });
});

describe('the team’s name', () => {
  it('is changed by an administrator, said by the audit log, and comes with the next sync', async () => {
    const admin = await test.found();
    const other = await test.found();
    const boss = await test.invited(admin, 'supervisor');
    const rename = (token: string, name: string) =>
      test.ask('POST', '/v1/team/rename', token, { name });
    const nameFor = async (token: string) =>
      (await test.ask('GET', '/v1/sync', token)).json<{ organisation: string }>().organisation;
    expect((await rename(boss, 'Mine')).status).toBe(403);
    expect((await rename(admin, '  ')).status).toBe(400);
    expect((await rename(admin, ' 云朵 Shop ')).status).toBe(200);
    // Sent again, as after an answer that was lost.
    expect((await rename(admin, '云朵 Shop')).status).toBe(200);
    expect([await nameFor(boss), await nameFor(other)]).toEqual(['云朵 Shop', 'Shop']);
    const reply = await test.ask('GET', '/v1/audit', admin);
    const { deeds } = v.parse(auditReplySchema, reply.json());
    const told = deeds.filter(({ deed }) => deed === 'renamed team');
    expect(told.map(({ by, about }) => [by, about])).toEqual([['Ana', '云朵 Shop']]);
    const { invite } = (
      await test.ask('POST', '/v1/invites', admin, { role: 'agent', kb: '*' })
    ).json<{ invite: string }>();
    const joined = await test.ask('POST', '/v1/join', undefined, {
      invite,
      name: 'Bo',
      eventsFrom: 0,
    });
    expect(joined.json<{ organisation: string }>().organisation).toBe('云朵 Shop');
  });
});

describe('the audit log', () => {
  it('says who did what to whom, what was published among it', async () => {
    const admin = await test.found();
    await test.ask('POST', '/v1/bases', admin, { kb: 'shop' });
    const changes = [{ op: put('e1'), basedOn: 0 }];
    await test.ask('POST', '/v1/bases/shop/publish', admin, { why: '', changes });
    const agent = await test.invited(admin, 'agent');
    const { id } = await me(agent);
    await changeRole(admin, id, 'author', 'shop');
    await revoke(admin, (await seen(admin, agent)).devices[0]?.id);
    await remove(admin, id);
    const reply = await test.ask('GET', '/v1/audit', admin);
    const { deeds, more } = v.parse(auditReplySchema, reply.json());
    const told = deeds.map(({ deed, by, whom }) => `${by}: ${deed}${whom ? ` ${whom}` : ''}`);
    expect(told.toSorted()).toEqual(
      [
        'Ana: joined',
        'Ana: made base',
        'Ana: published',
        'Ana: invited',
        'Ana: joined',
        'Ana: changed role Ana',
        'Ana: revoked Ana',
        'Ana: removed Ana',
      ].toSorted(),
    );
    expect(deeds.find(({ deed }) => deed === 'changed role')?.about).toMatch(/ author of shop$/);
    expect(more).toBe(0);
    const rest = await test.ask('GET', '/v1/audit?offset=5', admin);
    expect(v.parse(auditReplySchema, rest.json()).deeds).toEqual(deeds.slice(5));
  });
});
