import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../../hub/services/secrets';
import { auditReplySchema, type Person, peopleReplySchema } from '../../../lib/protocol/hub-people';
import { roles } from '../../../lib/protocol/hub-sync';
import { deviceLinkReplySchema } from '../../../lib/protocol/hub-team';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

let test: TestHub;
let time = Date.now();
beforeAll(async () => {
  test = await makeTestHub(undefined, { now: () => time });
});
afterAll(() => test?.close());

async function linkOf(token: string, body: object = {}) {
  const reply = await test.ask('POST', '/v1/device-links', token, body);
  return v.parse(deviceLinkReplySchema, reply.json()).link;
}
const use = (link: string, eventsFrom = 0) =>
  test.ask('POST', '/v1/device-links/join', undefined, { link, eventsFrom });
const owner = (link: string) => test.ask('POST', '/v1/device-links/owner', undefined, { link });
/** Another device of whoever has this token. */
async function another(token: string, eventsFrom = 0): Promise<string> {
  // Devices are told in the order in which they joined.
  time += 1;
  const reply = await use(await linkOf(token), eventsFrom);
  return reply.json<{ token: string }>().token;
}
async function people(token: string): Promise<Person[]> {
  return v.parse(peopleReplySchema, (await test.ask('GET', '/v1/people', token)).json()).people;
}
const me = async (token: string) =>
  (await people(token)).find(({ isYou }) => isYou) ?? expect.fail('Who asks is not there');
const seen = async (by: string, token: string) => {
  const { id } = await me(token);
  return (await people(by)).find((person) => person.id === id) ?? expect.fail('Nobody');
};
const statusOf = async (token: string) => (await test.ask('GET', '/v1/sync', token)).status;

describe('a link for another browser', () => {
  it.each(roles)('lets it in as the same person, whose role stays: %s', async (role) => {
    const admin = await test.found();
    const first = await test.invited(admin, role, 'shop');
    const second = await another(first);
    expect(second).not.toBe(first);
    const [one, two] = [await me(first), await me(second)];
    expect([two.id, two.name, two.roles]).toEqual([one.id, 'Ana', [{ kb: 'shop', role }]]);
    expect((await people(admin)).length).toBe(2);
    const { devices } = await seen(admin, first);
    expect(devices.map(({ revoked }) => revoked)).toEqual([false, false]);
    expect(new Set(devices.map(({ id }) => id)).size).toBe(2);
  });

  it('is for who asks, whomever the question names', async () => {
    const admin = await test.found();
    const agent = await test.invited(admin, 'agent');
    const { id } = await me(admin);
    const link = await linkOf(agent, { person: id, role: 'admin', kb: '*' });
    const { token } = (await use(link)).json<{ token: string }>();
    expect((await me(token)).roles).toEqual([{ kb: '*', role: 'agent' }]);
  });

  it('says as whom it lets in, and is not used up by that', async () => {
    const admin = await test.found();
    const link = await linkOf(admin);
    for (const _ of [1, 2]) {
      const reply = await owner(link);
      expect([reply.status, reply.json()]).toEqual([200, { name: 'Ana', organisation: 'Shop' }]);
    }
    const reply = await use(link);
    expect(reply.json()).toMatchObject({ name: 'Ana', organisation: 'Shop' });
    expect((await owner(link)).status).toBe(410);
  });

  it('is good once, also for two at the same time', async () => {
    const link = await linkOf(await test.found());
    const replies = await Promise.all([use(link), use(link), use(link)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 410, 410]);
  });

  it('is good for 15 minutes', async () => {
    const admin = await test.found();
    const [late, early] = [await linkOf(admin), await linkOf(await test.found())];
    time += 15 * 60_000;
    expect((await use(early)).status).toBe(200);
    time += 1;
    expect([(await owner(late)).status, (await use(late)).status]).toEqual([410, 410]);
  });

  it('is worth nothing once its person made another', async () => {
    const admin = await test.found();
    const [older, newer] = [await linkOf(admin), await linkOf(admin)];
    expect([(await use(older)).status, (await use(newer)).status]).toEqual([410, 200]);
  });

  it('is dead when the browser that made it is revoked, or has left', async () => {
    const admin = await test.found();
    const agent = await test.invited(admin, 'agent');
    const [revoked, left] = [await another(agent), await another(agent)];
    const ofRevoked = await linkOf(revoked);
    const { devices } = await seen(admin, agent);
    await test.ask('POST', `/v1/devices/${devices[1]?.id}/revoke`, admin, {});
    expect([(await owner(ofRevoked)).status, (await use(ofRevoked)).status]).toEqual([410, 410]);
    const ofLeft = await linkOf(left);
    await test.ask('POST', '/v1/leave', left, {});
    expect((await use(ofLeft)).status).toBe(410);
    // The others of that person go on, and make links.
    expect(await statusOf(agent)).toBe(200);
    expect(await statusOf(await another(agent))).toBe(200);
  });

  it('is dead when its person is removed, also while it is being used', async () => {
    const admin = await test.found();
    const gone = await test.invited(admin, 'agent');
    const remove = async (token: string) =>
      test.ask('POST', `/v1/people/${(await me(token)).id}/remove`, admin, {});
    const link = await linkOf(gone);
    await remove(gone);
    expect([(await owner(link)).status, (await use(link)).status]).toEqual([410, 410]);
    // Without any role nobody is in a team, whatever became of their browsers.
    const roleless = await test.invited(admin, 'agent');
    const left = await linkOf(roleless);
    await test.hub.database.run('delete from membership where person = $1', [
      (await me(roleless)).id,
    ]);
    expect([(await owner(left)).status, (await use(left)).status]).toEqual([410, 410]);
    for (let at = 0; at < 5; at++) {
      const agent = await test.invited(admin, 'agent');
      const theirs = await linkOf(agent);
      const [joined] = await Promise.all([use(theirs), remove(agent)]);
      const { token } = joined.json<{ token?: string }>();
      if (token !== undefined) expect(await statusOf(token)).toBe(401);
    }
  });

  it('is no invite, and an invite is no such link', async () => {
    const admin = await test.found();
    const link = await linkOf(admin);
    const asInvite = { invite: link, name: 'Bo', eventsFrom: 0 };
    expect((await test.ask('POST', '/v1/join', undefined, asInvite)).status).toBe(410);
    const made = await test.ask('POST', '/v1/invites', admin, { role: 'agent', kb: '*' });
    expect((await use(made.json<{ invite: string }>().invite)).status).toBe(410);
    expect((await test.ask('GET', '/v1/invites', admin)).text).not.toContain(hashOf(link));
  });

  it('leaves no secret in the database', async () => {
    const admin = await test.found();
    const link = await linkOf(admin);
    const rows = await test.hub.database.rows(v.unknown(), 'select * from device_link');
    const kept = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? 0 : value));
    expect(kept).toContain(hashOf(link));
    expect(kept).not.toContain(link);
  });
});

describe('two browsers of one person', () => {
  it('are let go one at a time: by a supervisor, or by leaving', async () => {
    const admin = await test.found();
    const first = await test.invited(admin, 'agent');
    const [second, third] = [await another(first), await another(first)];
    const { devices } = await seen(admin, first);
    await test.ask('POST', `/v1/devices/${devices[1]?.id}/revoke`, admin, {});
    expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([
      ...[200, 401, 200],
    ]);
    await test.ask('POST', '/v1/leave', first, {});
    expect([await statusOf(first), await statusOf(third)]).toEqual([401, 200]);
    expect((await people(admin)).length).toBe(2);
  });

  it('of the only administrator: the last one stays, as others are there', async () => {
    const admin = await test.found();
    await test.invited(admin, 'agent');
    const second = await another(admin);
    const leave = async (token: string) => (await test.ask('POST', '/v1/leave', token, {})).status;
    expect([await leave(admin), await leave(second)]).toEqual([200, 409]);
  });

  it('are two panels, each with its own events and the version that it shows', async () => {
    const admin = await test.found();
    await test.ask('POST', '/v1/bases', admin, { kb: 'shop' });
    const first = await test.invited(admin, 'agent');
    const event = (seq: number) => ({ seq, at: 1, kind: 'shown', entries: [], consoleId: 'x' });
    const tell = (token: string, from: number) =>
      test.ask('POST', '/v1/events', token, { from, upTo: from + 1, events: [event(from + 1)] });
    await tell(first, 0);
    // What the second browser did before it joined is not the team's.
    const second = await another(first, 40);
    expect((await tell(second, 40)).json()).toEqual({ hw: 41 });
    expect((await tell(first, 1)).json()).toEqual({ hw: 2 });
    await test.ask('POST', '/v1/seen', first, { seen: { shop: 0 } });
    await test.ask('POST', '/v1/seen', second, { seen: { shop: 0 } });
    const panels = await test.ask('GET', '/v1/bases/shop/panels', admin);
    expect(panels.json()).toEqual({ current: 2, total: 2 });
  });

  it('approve nothing of one another, who are one', async () => {
    const admin = await test.found();
    await test.ask('POST', '/v1/bases', admin, { kb: 'shop' });
    await test.ask('POST', '/v1/bases/shop/approvals', admin, { approvals: 1 });
    const first = await test.invited(admin, 'supervisor');
    const second = await another(first);
    const reply = await test.ask('POST', '/v1/bases/shop/proposals', first, {
      ...{ why: '', changes: [{ op: put('e1'), basedOn: 0 }], publishAt: null, expireAt: null },
    });
    const { id } = reply.json<{ id: string }>();
    const approve = (token: string) =>
      test.ask('POST', `/v1/bases/shop/proposals/${id}/approve`, token, {
        ...{ seen: 0, overwrite: false },
      });
    expect((await approve(second)).status).toBe(403);
    expect((await approve(admin)).status).toBe(200);
  });

  it('stand in the log of deeds by who added one', async () => {
    const admin = await test.found();
    await another(admin);
    const reply = await test.ask('GET', '/v1/audit', admin);
    const { deeds } = v.parse(auditReplySchema, reply.json());
    const added = deeds.filter(({ deed }) => deed === 'added device');
    expect(added.map(({ by, whom }) => [by, whom])).toEqual([['Ana', 'Ana']]);
    expect(added[0]?.about).toBe((await me(admin)).devices[1]?.id);
  });
});
