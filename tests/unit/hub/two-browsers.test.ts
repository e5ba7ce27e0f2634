import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import { big } from '../../../hub/store/sql';
import { readJoinLink } from '../../../lib/protocol/hub-address';
import { origin } from '../../support/hub/faulty-link';
import { hoursPick } from '../../support/hub/hours-pick';
import { type Machine, machineOf } from '../../support/hub/machine';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeTestHub();
});
afterAll(() => hub?.close());

const file = JSON.stringify({
  format: 'cuecard/1',
  base: { id: 'shop', name: 'Shop', language: 'en' },
  entries: [{ id: 'hours', title: 'Hours', phrasings: ['when are you open'], answer: 'At nine.' }],
});
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

const ownLink = async ({ brain }: Machine) =>
  (await brain['team.own-link'](null)).link ?? expect.fail('There is no link');
const stateOf = async ({ brain }: Machine) => (await brain['team.status'](null)).state;
const join = (at: Machine, link: string, name: string) => at.brain['team.join']({ link, name });

/** A supervisor who shared a base, and an agent with two browsers. */
async function team() {
  const [boss, first, second] = [await machineOf(hub), await machineOf(hub), await machineOf(hub)];
  await boss.brain['knowledge.import']({ fileName: 'shop.json', content: file });
  await join(boss, `${origin}/join#${await foundOrganisation(hub.hub, 'Harbour')}`, 'Ana');
  await boss.brain['team.share']({ base: 'shop' });
  const { link } = await boss.brain['team.invite']({ role: 'agent' });
  await join(first, link ?? '', 'Ben');
  const own = await ownLink(first);
  return { boss, first, second, own };
}

describe('a person’s second browser', () => {
  it('joins by a link of the first as the same person, whatever name is given', async () => {
    const { boss, first, second, own } = await team();
    expect(readJoinLink(own)).toMatchObject({ hub: origin, isOwn: true });
    const known = { outcome: 'known', name: 'Ben', organisation: 'Harbour' };
    expect(await second.brain['team.link-owner']({ link: own })).toEqual(known);
    expect(await join(second, own, 'Somebody else')).toEqual({ outcome: 'joined' });
    expect((await second.store.readTeam()).membership).toMatchObject({ person: 'Ben' });
    expect(await second.answer('hours')).toBe('At nine.');
    const people = await boss.brain['team.people'](null);
    if (people.outcome !== 'told') return expect.fail('Nobody was told of');
    expect(people.reply.people.map(({ name, devices }) => [name, devices.length])).toEqual([
      ['Ana', 1],
      ['Ben', 2],
    ]);
    expect(people.reply.invites).toEqual([]);

    const third = await machineOf(hub);
    const usedUp = { outcome: 'used-up' };
    expect(await third.brain['team.link-owner']({ link: own })).toEqual(usedUp);
    expect(await join(third, own, '')).toEqual(usedUp);
    third.cut(true);
    const unreachable = { outcome: 'unreachable' };
    expect(await third.brain['team.link-owner']({ link: own })).toEqual(unreachable);

    await boss.edit('hours', 'At ten.');
    await boss.brain['team.publish']({ base: 'shop', why: '', overwrite: false });
    for (const at of [first, second]) {
      await soon(async () => expect(await at.answer('hours')).toBe('At ten.'));
    }
    await soon(async () => {
      const { panels } = await boss.brain['team.changes']({ base: 'shop' });
      expect(panels).toEqual({ current: 3, total: 3 });
    });
    for (const at of [second, first, boss]) await at.brain['team.leave'](null);
  });

  it('tells its own picks, and none from before it joined', async () => {
    const { boss, first, second, own } = await team();
    await second.brain['event.record'](hoursPick('before'));
    await join(second, own, '');
    await first.brain['event.record'](hoursPick('of the first'));
    await second.brain['event.record'](hoursPick('of the second'));
    const counted = async () => {
      const rows = await hub.hub.database.rows(
        v.object({ count: big }),
        `select count(*) as count from event join device on device.id = event.device
           join person on person.id = device.person
         where person.name = 'Ben' and kind = 'inserted' group by device.id`,
      );
      return rows.map(({ count }) => count);
    };
    await soon(async () => expect(await counted()).toEqual([1, 1]));
    for (const at of [second, first, boss]) await at.brain['team.leave'](null);
  });

  it('stays when the first leaves, and lets it in again', async () => {
    const { boss, first, second, own } = await team();
    await join(second, own, '');
    const late = await ownLink(first);
    expect(await first.brain['team.leave'](null)).toEqual({ outcome: 'left' });
    expect(await first.brain['team.own-link'](null)).toEqual({ link: null, expiresAt: 0 });
    expect(await join(first, late, '')).toEqual({ outcome: 'used-up' });
    await boss.edit('hours', 'At eleven.');
    await boss.brain['team.publish']({ base: 'shop', why: '', overwrite: false });
    await soon(async () => expect(await second.answer('hours')).toBe('At eleven.'));
    expect(await stateOf(second)).toBe('synced');
    expect(await join(first, await ownLink(second), '')).toEqual({ outcome: 'joined' });
    expect(await first.answer('hours')).toBe('At eleven.');
    for (const at of [second, first, boss]) await at.brain['team.leave'](null);
  });
});
