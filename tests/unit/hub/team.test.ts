import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
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
  entries: [
    { id: 'hours', title: 'Opening hours', phrasings: ['when are you open'], answer: 'At nine.' },
    { id: 'returns', title: 'Returns', phrasings: ['can i return it'], answer: 'For 30 days.' },
  ],
});

const machine = () => machineOf(hub);

const joined = async (at: Machine, invite: string) =>
  at.brain['team.join']({ link: `${origin}/join#${invite}`, name: 'Ana' });
const inviteFrom = async (at: Machine, role: 'agent' | 'supervisor') =>
  ((await at.brain['team.invite']({ role })).link ?? '').split('#')[1] ?? '';
const publish = (at: Machine, overwrite = false) =>
  at.brain['team.publish']({ base: 'shop', why: 'because', overwrite });
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

const insert = (at: Machine, eventId: string) => at.brain['event.record'](hoursPick(eventId));

/** A supervisor who shared a base, and an agent who has it. */
async function team() {
  const boss = await machine();
  await boss.brain['knowledge.import']({ fileName: 'shop.json', content: file });
  await joined(boss, await foundOrganisation(hub.hub, 'Shop'));
  expect(await boss.brain['team.share']({ base: 'shop' })).toEqual({ outcome: 'published' });
  const agent = await machine();
  const invite = await inviteFrom(boss, 'agent');
  expect(await joined(agent, invite)).toEqual({ outcome: 'joined' });
  return {
    boss,
    agent,
    async done() {
      // An administrator goes last.
      for (const at of [agent, boss]) await at.brain['team.leave'](null);
    },
  };
}

/** The boss takes the second person's machine out of the team. */
async function putOut(boss: Machine) {
  const token = (await boss.store.readTeam()).membership?.token;
  const people = await hub.ask('GET', '/v1/people', token);
  const [, theirs] = people.json<{ people: { devices: { id: string }[] }[] }>().people;
  await hub.ask('POST', `/v1/devices/${theirs?.devices[0]?.id}/revoke`, token);
}
const utf16 = new TextDecoder('utf-16le');

describe('a team', () => {
  it('shows a published answer on another machine, and a draft only where it was written', async () => {
    const { boss, agent, done } = await team();
    expect(await agent.answer('hours')).toBe('At nine.');
    await boss.edit('hours', 'At ten.');
    expect(await boss.answer('hours')).toBe('At ten.');
    const unpublished = boss.news.flatMap((told) =>
      told.news === 'team.changed' ? [told.team.bases[0]?.unpublished] : [],
    );
    expect(unpublished.at(-1)).toBe(1);
    const { changes, panels } = await boss.brain['team.changes']({ base: 'shop' });
    expect(changes).toEqual([{ id: 'hours', title: 'Opening hours', kind: 'edited' }]);
    expect(panels).toEqual({ current: 2, total: 2 });
    expect(await agent.answer('hours')).toBe('At nine.');

    expect(await publish(boss)).toEqual({ outcome: 'published' });
    expect((await boss.brain['team.changes']({ base: 'shop' })).changes).toEqual([]);
    await soon(async () => expect(await agent.answer('hours')).toBe('At ten.'));
    await soon(async () => expect((await agent.brain['team.status'](null)).state).toBe('synced'));
    expect(agent.news.some(({ news }) => news === 'knowledge.changed')).toBe(true);
    await done();
  });

  it('keeps drafts over a restart, and new, deleted and renamed are published together', async () => {
    const { boss, agent, done } = await team();
    await boss.brain['studio.delete']({ base: 'shop', id: 'returns' });
    const fresh = {
      id: 'fresh',
      base: 'shop',
      title: 'Fresh',
      phrasings: [],
      answer: 'New.',
      variants: {},
      tags: [],
      mustEdit: false,
    };
    await boss.brain['studio.save']({ entry: fresh, basedOn: null });
    await boss.brain['studio.save-base']({
      id: 'shop',
      name: 'Store',
      language: 'en',
      holding: '',
    });
    const again = await boss.start();
    const { changes } = await again['team.changes']({ base: 'shop' });
    expect(changes.map(({ id, kind }) => `${kind} ${id}`).toSorted()).toEqual([
      'base *',
      'deleted returns',
      'new fresh',
    ]);
    await again['team.publish']({ base: 'shop', why: '', overwrite: false });
    await soon(async () => expect(await agent.answer('fresh')).toBe('New.'));
    expect(await agent.answer('returns')).toBeUndefined();
    const { bases } = await agent.brain['knowledge.summary'](null);
    expect(bases.find(({ id }) => id === 'shop')?.name).toBe('Store');
    await again['team.leave'](null);
    await done();
  });

  it('writes over nobody’s change unasked', async () => {
    const { boss, agent, done } = await team();
    const other = await machine();
    await joined(other, await inviteFrom(boss, 'supervisor'));
    await other.edit('hours', 'At eleven.');
    await boss.edit('hours', 'At ten.');
    expect(await publish(boss)).toEqual({ outcome: 'published' });
    expect(await publish(other)).toEqual({ outcome: 'conflict', titles: ['Opening hours'] });
    await soon(async () => expect(await agent.answer('hours')).toBe('At ten.'));
    expect(await other.answer('hours')).toBe('At eleven.');
    expect(await publish(other, true)).toEqual({ outcome: 'published' });
    await soon(async () => expect(await agent.answer('hours')).toBe('At eleven.'));
    await other.brain['team.leave'](null);
    await done();
  });

  it('takes what was written again during a publication as a change of what was published', async () => {
    const { boss, agent, done } = await team();
    await boss.edit('hours', 'At ten.');
    const publishing = publish(boss);
    await boss.edit('hours', 'At eleven.');
    expect(await publishing).toEqual({ outcome: 'published' });
    await soon(async () => expect(await agent.answer('hours')).toBe('At ten.'));
    expect(await boss.answer('hours')).toBe('At eleven.');
    expect(await publish(boss)).toEqual({ outcome: 'published' });
    await soon(async () => expect(await agent.answer('hours')).toBe('At eleven.'));
    await done();
  });

  it('lets no agent change its answers, and keeps an agent’s own base of that name aside', async () => {
    const { boss, agent, done } = await team();
    await expect(agent.edit('hours', 'Never.')).rejects.toThrow(/team/);
    expect(await agent.answer('hours')).toBe('At nine.');
    expect((await agent.brain['team.invite']({ role: 'agent' })).link).toBeNull();
    const late = await machine();
    await late.brain['knowledge.import']({
      fileName: 'mine.json',
      content: file.replace('At nine.', 'Mine.'),
    });
    await joined(late, await inviteFrom(boss, 'agent'));
    expect(await late.answer('hours')).toBe('At nine.');
    const mine = await late.brain['studio.entry']({ base: 'shop-own', id: 'hours' });
    expect(mine.entry?.answer).toBe('Mine.');
    await late.brain['team.leave'](null);
    expect(await late.store.readEntries('shop')).toEqual([]);
    expect((await late.store.readEntries('shop-own')).length).toBe(2);
    await done();
  });

  it('hears of a machine that leaves, and keeps its last administrator while others are there', async () => {
    const { boss, agent } = await team();
    const token = (await agent.store.readTeam()).membership?.token;
    expect(await boss.brain['team.leave'](null)).toEqual({ outcome: 'last-admin' });
    expect(await boss.answer('hours')).toBe('At nine.');
    expect(await agent.brain['team.leave'](null)).toEqual({ outcome: 'left' });
    expect((await hub.ask('GET', '/v1/sync', token)).status).toBe(401);
    // Never taken for access that somebody took away.
    expect(JSON.stringify(agent.news)).not.toContain('"removed"');
    // It went on meanwhile.
    await boss.edit('hours', 'At ten.');
    expect(await publish(boss)).toEqual({ outcome: 'published' });
    expect(await boss.brain['team.leave'](null)).toEqual({ outcome: 'left' });
    expect(await boss.store.readEntries('shop')).toEqual([]);
  });

  it('is left without its hub, too', async () => {
    const { boss, agent } = await team();
    agent.cut(true);
    expect(await agent.brain['team.leave'](null)).toEqual({ outcome: 'left' });
    expect(await agent.store.readEntries('shop')).toEqual([]);
    expect((await agent.brain['team.status'](null)).state).toBe('none');
    const token = (await boss.store.readTeam()).membership?.token;
    const people = await hub.ask('GET', '/v1/people', token);
    const [, theirs] = people.json<{ people: { devices: { id: string }[] }[] }>().people;
    await hub.ask('POST', `/v1/devices/${theirs?.devices[0]?.id}/revoke`, token);
    await boss.brain['team.leave'](null);
  });

  it('that took a machine’s access away leaves none of its answers there', async () => {
    const { boss, agent, done } = await team();
    await putOut(boss);
    await soon(async () => expect((await agent.brain['team.status'](null)).state).toBe('removed'));
    expect(await agent.answer('hours')).toBeUndefined();
    expect(await agent.store.readEntries('shop')).toEqual([]);
    expect((await agent.store.readTeam()).membership?.token).toBe('');
    // The others have new keys, and go on.
    await boss.edit('hours', 'At ten.');
    expect(await publish(boss)).toEqual({ outcome: 'published' });
    await soon(async () => expect((await boss.brain['team.status'](null)).state).toBe('synced'));
    await done();
  });

  it.each(['leaves it', 'was put out'])(
    'has no words left in the trained index of a machine that %s',
    async (how) => {
      const { boss, agent, done } = await team();
      const kept = async () => (await agent.indexStore.read()).map((part) => utf16.decode(part));
      const hasWord = async () => (await kept()).some((part) => part.includes('returns'));
      await soon(async () => expect(await hasWord()).toBe(true));
      // Training it anew would not be had before the process ends.
      agent.keepBusy();
      if (how === 'leaves it') await agent.brain['team.leave'](null);
      else {
        await putOut(boss);
        const state = async () => (await agent.brain['team.status'](null)).state;
        await soon(async () => expect(await state()).toBe('removed'));
      }
      expect(await hasWord()).toBe(false);
      await done();
    },
  );

  it.each([-365, 365])('goes on with a machine whose clock is %i days off', async (days) => {
    const { boss, done } = await team();
    const off = await machineOf(hub, undefined, () => Date.now() + days * 86_400_000);
    await joined(off, await inviteFrom(boss, 'supervisor'));
    expect(await off.answer('hours')).toBe('At nine.');
    await boss.edit('hours', 'At ten.');
    expect(await publish(boss)).toEqual({ outcome: 'published' });
    await soon(async () => expect(await off.answer('hours')).toBe('At ten.'));
    await off.edit('returns', 'For 60 days.');
    expect(await publish(off)).toEqual({ outcome: 'published' });
    await soon(async () => expect(await boss.answer('returns')).toBe('For 60 days.'));
    const token = (await off.store.readTeam()).membership?.token;
    for (const eventId of ['one', 'two']) await insert(off, eventId);
    await soon(async () => {
      const sync = await hub.ask('GET', '/v1/sync', token);
      expect(sync.json<{ deviceHw: number }>().deviceHw).toBe(2);
    });
    expect((await off.brain['team.status'](null)).state).toBe('synced');
    await off.brain['team.leave'](null);
    await done();
  });

  it('says after a restart since when the hub is not reached, not since when it looked', async () => {
    const { boss, agent, done } = await team();
    const syncedAt = async () => (await agent.store.readTeam()).syncedAt;
    await soon(async () => expect(await syncedAt()).toBeGreaterThan(0));
    const before = (await syncedAt()) ?? 0;
    agent.cut(true);
    const status = () => agent.brain['team.status'](null);
    await soon(async () => expect((await status()).state).toBe('unreachable'));
    const { since } = await status();
    expect(since).toBeGreaterThanOrEqual(before);
    await soon(async () => expect(await syncedAt()).toBe(since));
    const next = await agent.start();
    await soon(async () =>
      expect(await next['team.status'](null)).toMatchObject({ state: 'unreachable', since }),
    );
    agent.cut(false);
    await soon(async () => expect((await next['team.status'](null)).state).toBe('synced'));
    await next['team.leave'](null);
    expect(await syncedAt()).toBeUndefined();
    expect((await boss.store.readTeam()).syncedAt).toBeGreaterThan(0);
    await done();
  });

  it('says that the hub is not reached, answers on, and sends later what happened meanwhile', async () => {
    const { boss, agent, done } = await team();
    agent.cut(true);
    await soon(async () =>
      expect((await agent.brain['team.status'](null)).state).toBe('unreachable'),
    );
    expect(await agent.answer('hours')).toBe('At nine.');
    await insert(agent, 'one');
    boss.cut(true);
    await boss.edit('hours', 'At ten.');
    expect(await publish(boss)).toEqual({ outcome: 'unreachable' });
    boss.cut(false);
    expect(await publish(boss)).toEqual({ outcome: 'published' });
    agent.cut(false);
    await soon(async () => expect(await agent.answer('hours')).toBe('At ten.'));
    await soon(async () => {
      const kept = await hub.hub.database.rows(v.unknown(), 'select body from event');
      expect(JSON.stringify(kept)).toContain('inserted');
      expect(JSON.stringify(kept)).not.toContain('when are you open');
    });
    await done();
  });
});
