import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import { secondThoughtsMs } from '../../../lib/brain/pick-sharing';
import type { Params } from '../../../lib/protocol/brain-calls';
import { origin } from '../../support/hub/faulty-link';
import { type Machine, machineOf } from '../../support/hub/machine';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

const rules = [{ name: 'order', pattern: 'HB-######' }];
const spoken = 'my box HB-123456 never came, call 13812345678';
const words = 'my box ‹order› never came, call ‹phone›';
const parcel = { base: 'shop', id: 'parcel' };

let later = 0;
const now = () => Date.now() + later;
let hub: TestHub;
let boss: Machine;
let agent: Machine;
beforeAll(async () => {
  hub = await makeTestHub(undefined, { now });
});
afterAll(() => hub?.close());

beforeEach(async () => {
  later = 0;
  boss = await machineOf(hub, undefined, now);
  await boss.brain['knowledge.import']({
    fileName: 'shop.json',
    content: JSON.stringify({
      format: 'cuecard/1',
      base: { id: 'shop', name: 'Shop', language: 'en' },
      entries: [
        { id: 'parcel', title: 'Parcel', phrasings: ['where is my parcel'], answer: 'Soon.' },
        { id: 'refund', title: 'Refund', phrasings: ['money back'], answer: 'Yes.' },
      ],
    }),
  });
  const secret = await foundOrganisation(hub.hub, 'Shop');
  await boss.brain['team.join']({ link: `${origin}/join#${secret}`, name: 'Boss' });
  await boss.brain['team.share']({ base: 'shop' });
  await boss.brain['gaps.rules']({ sharing: true, redaction: rules });
  agent = await joined('Bo');
  return async () => {
    for (const at of [agent, boss]) await at.brain['team.leave'](null);
  };
});

async function joined(name: string): Promise<Machine> {
  const machine = await machineOf(hub, undefined, now);
  const { link } = await boss.brain['team.invite']({ role: 'agent' });
  await machine.brain['team.join']({ link: link ?? '', name });
  await machine.caughtUp();
  return machine;
}

const share = (learned: boolean) => boss.brain['team-learning.share']({ learned });
const record = (at: Machine, event: Params<'event.record'>['event'], talk = 'c1') =>
  at.brain['event.record']({ event, conversationKey: talk, consoleId: 'desk' });
/** As a panel does: it records the pick, and offers it. */
async function pick(cueText = spoken, at = agent, talk = 'c1') {
  const { seq } = await record(at, { kind: 'inserted', cueText, entry: parcel, place: 1 }, talk);
  return (await at.brain['team-learning.offer']({ seq })).outcome;
}
const undo = (cueText = spoken) => record(agent, { kind: 'insert-undone', cueText, entry: parcel });
const listed = async (state: 'live' | 'accepted' | 'refused' = 'live') =>
  (await boss.brain['team-learning.list']({ state, limit: 200 }))?.phrasings ?? [];
const wire = (at = agent) => JSON.stringify(at.sent);
const soon = (check: () => Promise<void> | void) =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 });
/** Each machine hears of something and asks what it is. */
const stir = () => boss.brain['gaps.rules']({ sharing: true, redaction: rules });
async function minutesPass() {
  later += secondThoughtsMs;
  await stir();
}
async function shows(...texts: (string | null)[]) {
  await soon(async () => expect((await listed()).map(({ text }) => text)).toEqual(texts));
}
/** Waits until the agent's machine has asked this once more. */
async function asks(path: string, since = agent.sent.length) {
  await soon(() =>
    expect(agent.sent.slice(since).some(({ url }) => url.endsWith(path))).toBe(true),
  );
}

describe('what an agent’s pick taught', () => {
  it('stays on the machine where the team did not ask for it, though it shares its questions', async () => {
    expect(await pick()).toBe('none');
    await share(true);
    // The switch came after that pick: of it nothing goes.
    expect(await pick('and my other box')).toBe('waits');
    await minutesPass();
    await shows('and my other box');
    expect(wire()).not.toContain('never came');
  });

  it('goes two minutes later, redacted, with its entry and nothing else', async () => {
    await share(true);
    expect(await pick()).toBe('waits');
    await stir();
    await asks('/v1/sync');
    expect(await listed()).toEqual([]);
    await minutesPass();
    await shows(words);
    const sent = agent.sent.filter(({ url }) => url.endsWith('/v1/learned'));
    expect(sent.map(({ body }) => body)).toEqual([
      { picks: [{ seq: expect.any(Number), base: 'shop', entry: 'parcel', text: words }] },
    ]);
    for (const secret of ['123456', '13812345678', 'c1']) {
      expect(JSON.stringify(sent)).not.toContain(secret);
    }
    const [found] = await listed();
    expect(found).toMatchObject({ entry: parcel, picks: 1, people: 1, state: 'live' });
    const other = await joined('Cy');
    await pick(words.toUpperCase(), other);
    await minutesPass();
    await soon(async () => expect(await listed()).toMatchObject([{ picks: 2, people: 2 }]));
    await other.brain['team.leave'](null);
  });

  it('does not go where the pick was undone, or asked in the entry’s own words, or at length', async () => {
    await share(true);
    await pick();
    await undo();
    await pick('Where is  my parcel');
    await pick(`Hello. ${'I waited so long. '.repeat(60)}`);
    await pick('and my other box');
    await minutesPass();
    await shows('and my other box');
    expect(wire()).not.toMatch(/never came|my parcel|so long/);
  });

  it('does not go once the team has switched it off again, and does not wait for it either', async () => {
    await share(true);
    await pick();
    await share(false);
    const since = agent.sent.length;
    await minutesPass();
    await asks('/v1/learned/sharing', since);
    await share(true);
    await pick('and my other box');
    await minutesPass();
    await shows('and my other box');
    expect(wire()).not.toContain('never came');
  });

  it('does not wait for a hub that is away for long', async () => {
    await share(true);
    await pick();
    agent.cut(true);
    later += 31 * 60_000;
    agent.cut(false);
    await pick('and my other box');
    await minutesPass();
    await shows('and my other box');
    expect(wire()).not.toContain('never came');
  });

  it('is taken back at the hub when it is undone, forgotten, refused or erased here', async () => {
    await share(true);
    await pick();
    await pick('it is lost', agent, 'c2');
    await pick('i want it now', agent, 'c3');
    await pick('is this a joke', agent, 'c4');
    await minutesPass();
    await soon(async () => expect(await listed()).toHaveLength(4));
    await undo();
    await stir();
    await soon(async () => expect(await listed()).toHaveLength(3));
    const { phrasings } = await agent.brain['learning.list']({
      ...({ base: null, state: 'live', offset: 0, limit: 200 } as const),
    });
    const lost = phrasings.find(({ text }) => text === 'it is lost');
    await agent.brain['learning.take-back']({ id: lost?.id ?? '' });
    const joke = phrasings.find(({ text }) => text === 'is this a joke');
    await agent.brain['learning.refuse']({ id: joke?.id ?? '' });
    await stir();
    await shows('i want it now');
    await agent.brain['data.erase-all'](null);
    await shows();
  });

  it('is still taken back by a brain that was ended after it was sent', async () => {
    await share(true);
    await pick();
    await minutesPass();
    await shows(words);
    const { sharedPicks } = await agent.store.readTeam();
    expect(sharedPicks).toMatchObject({ waiting: [], sent: [expect.any(Number)] });
    // Written by a brain of which this one hears nothing.
    await agent.store.appendEvent({
      ...{ kind: 'insert-undone', cueText: words.replace('‹order›', 'HB-123456'), entry: parcel },
      ...{ at: now(), conversationKey: 'c1', consoleId: 'desk' },
    });
    const next = await agent.start();
    await shows();
    await next['team.leave'](null);
  });
});

describe('a supervisor', () => {
  const ref = async (text: string, state: 'live' | 'accepted' | 'refused' = 'live') => {
    const found = (await listed(state)).find((each) => each.text === text);
    if (found === undefined) throw new Error(`There is no ${text}`);
    return { base: found.entry.base, entry: found.entry.id, id: found.id };
  };
  const phrasings = async () =>
    (await boss.brain['studio.entry'](parcel)).entry?.phrasings.map(({ text }) => text);
  const statesAt = async (at: Machine) => {
    const list = async (state: 'live' | 'refused') => {
      const all = { base: null, state, offset: 0, limit: 200 } as const;
      const { phrasings: found } = await at.brain['learning.list'](all);
      return found.map(({ text, byTeam }) => [text, state, byTeam]);
    };
    return [...(await list('live')), ...(await list('refused'))];
  };

  beforeEach(async () => {
    await share(true);
    await pick();
    await minutesPass();
    await shows(words);
  });

  it('makes it a phrasing of the answer, to be published as any change, and takes it back', async () => {
    expect(await boss.brain['team-learning.accept'](await ref(words))).toEqual({ outcome: 'done' });
    expect(await phrasings()).toEqual(['where is my parcel', words]);
    expect((await boss.brain['team.changes']({ base: 'shop' })).changes).toMatchObject([
      { id: 'parcel', kind: 'edited' },
    ]);
    await shows();
    await boss.brain['team-learning.take-back'](await ref(words, 'accepted'));
    expect(await phrasings()).toEqual(['where is my parcel']);
    await shows(words);
    const better = { ...(await ref(words)), text: 'my  parcel never came' };
    await boss.brain['team-learning.accept'](better);
    expect(await phrasings()).toEqual(['where is my parcel', 'my parcel never came']);
    await shows();
  });

  it('refuses it for all: no machine learns it, from these picks or later ones, until it is taken back', async () => {
    const refused = await ref(words);
    expect(await boss.brain['team-learning.refuse'](refused)).toEqual({ outcome: 'done' });
    await soon(async () =>
      expect(await statesAt(agent)).toEqual([
        ['my box HB-123456 never came, call ‹phone›', 'refused', true],
      ]),
    );
    // The machines that follow do not take back what they sent: the supervisor sees what was refused.
    const since = agent.sent.length;
    await stir();
    await asks('/v1/sync', since);
    await stir();
    expect(await listed('refused')).toMatchObject([{ text: words, picks: 1 }]);
    // Another order, the same way to ask: it is a refused one from the start, and nothing of it goes.
    await pick(spoken.replace('123456', '999999'));
    expect((await statesAt(agent)).map(([, state]) => state)).toEqual(['refused', 'refused']);
    const other = await joined('Cy');
    await pick(spoken, other);
    expect(await statesAt(other)).toMatchObject([[expect.anything(), 'refused', true]]);
    const told = other.sent.filter(({ url }) => url.endsWith('/v1/learned/refused'));
    expect(told).toHaveLength(1);
    await boss.brain['team-learning.take-back'](refused);
    await soon(async () =>
      expect((await statesAt(agent)).map(([, state]) => state)).toEqual(['live', 'live']),
    );
    await other.brain['team.leave'](null);
    await shows(words);
  });

  it('refuses nothing on the machine of somebody who has left', async () => {
    await boss.brain['team-learning.refuse'](await ref(words));
    await soon(async () => expect((await statesAt(agent))[0]?.[1]).toBe('refused'));
    await agent.brain['team.leave'](null);
    const { refused, sharedPicks } = await agent.store.readTeam();
    expect([refused, sharedPicks]).toEqual([undefined, undefined]);
  });

  it('is told when the hub does not answer, and changes nothing then', async () => {
    const known = await ref(words);
    boss.cut(true);
    expect(await boss.brain['team-learning.list']({ state: 'live', limit: 9 })).toBeNull();
    expect(await boss.brain['team-learning.sharing'](null)).toBeNull();
    expect(await boss.brain['team-learning.refuse'](known)).toEqual({ outcome: 'unreachable' });
    expect((await boss.brain['team-learning.accept'](known)).outcome).not.toBe('done');
    expect(await phrasings()).toEqual(['where is my parcel']);
    boss.cut(false);
  });
});
