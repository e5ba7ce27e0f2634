import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetOldPicks, mostPerDay } from '../../../hub/services/learned';
import { refusedReplySchema, teamPhrasingsSchema } from '../../../lib/protocol/hub-learned';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

const day = 24 * 60 * 60 * 1000;
const secrets = ['123456', '13812345678', 'li@mail'];
const spoken = 'Where is HB-123456? Call 13812345678 or write to li@mail.example';
const words = 'Where is ‹order›? Call ‹phone› or write to ‹mail›';

let later = 0;
let hub: TestHub;
let admin = '';
let agent = '';
beforeAll(async () => {
  hub = await makeTestHub(undefined, { now: () => Date.now() + later });
  admin = await hub.found();
  for (const kb of ['shop', 'other']) {
    await hub.ask('POST', '/v1/bases', admin, { kb });
    const changes = [{ op: put('parcel'), basedOn: 0 }];
    await hub.ask('POST', `/v1/bases/${kb}/publish`, admin, { why: '', changes });
  }
  const redaction = [{ name: 'order', pattern: 'HB-######' }];
  await hub.ask('POST', '/v1/sharing/set', admin, { sharing: true, redaction });
  agent = await hub.invited(admin, 'agent', 'shop');
});
afterAll(() => hub?.close());

let seq = 0;
const pick = (text: string, over: object = {}) => ({
  ...{ seq: ++seq, base: 'shop', entry: 'parcel', text },
  ...over,
});
const send = (by: string, ...picks: object[]) => hub.ask('POST', '/v1/learned', by, { picks });
const share = (learned: boolean, by = admin) =>
  hub.ask('POST', '/v1/learned/sharing/set', by, { learned });
async function told(kb = 'shop', by = admin) {
  const reply = await hub.ask('GET', `/v1/bases/${kb}/learned`, by);
  return v.parse(teamPhrasingsSchema, reply.json()).phrasings;
}
const textsOf = async (kb?: string) => (await told(kb)).map(({ text }) => text);
/** All that the database holds of it. */
async function kept(): Promise<string> {
  const rows = await hub.hub.database.rows(v.unknown(), 'select * from learned_pick');
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? 0 : value));
}

describe('what picks teach', () => {
  it('is taken by no hub whose team did not switch that on, though it shares its questions', async () => {
    const asked = await hub.ask('GET', '/v1/learned/sharing', agent);
    expect(asked.json()).toMatchObject({ learned: false });
    expect((await send(agent, pick(spoken))).status).toBe(403);
    expect(await kept()).toBe('[]');
    expect((await share(true, agent)).status).toBe(404);
  });

  it('is redacted again by the team’s rules and ours, whatever a client sends', async () => {
    await share(true);
    expect((await send(agent, pick(spoken))).status).toBe(200);
    expect(await textsOf()).toEqual([words]);
    for (const secret of secrets) expect(await kept()).not.toContain(secret);
  });

  it('goes when its pick is taken back, by the device that sent it and by no other', async () => {
    const mine = pick('is my box lost');
    await send(agent, mine);
    const takeBack = (by: string) =>
      hub.ask('POST', '/v1/learned/take-back', by, { seqs: [mine.seq] });
    expect((await takeBack(admin)).status).toBe(200);
    expect(await textsOf()).toContain('is my box lost');
    await takeBack(agent);
    expect(await textsOf()).not.toContain('is my box lost');
  });

  it('may be taken back also after the team switched sharing off', async () => {
    const mine = pick('did it get lost');
    await send(agent, mine);
    await share(false);
    await hub.ask('POST', '/v1/learned/take-back', agent, { seqs: [mine.seq] });
    expect(await textsOf()).not.toContain('did it get lost');
    await share(true);
  });

  it('is forgotten after thirty days also where nobody asks for it any more', async () => {
    await send(agent, pick('anybody there'));
    later = 29 * day;
    await forgetOldPicks(hub.hub);
    expect(await kept()).toContain('anybody there');
    later = 31 * day;
    await forgetOldPicks(hub.hub);
    later = 0;
    expect(await kept()).toBe('[]');
  });

  it('is forgotten after thirty days, and a refusal is left without a text', async () => {
    await send(agent, pick('what a lousy shop'));
    const found = (await told()).find(({ text }) => text === 'what a lousy shop');
    const decided = { entry: 'parcel', phrasing: found?.phrasing, decision: 'refused' };
    await hub.ask('POST', '/v1/bases/shop/learned/decide', admin, decided);
    later = 31 * day;
    const list = await told();
    later = 0;
    expect(list).toMatchObject([{ text: null, decision: 'refused', picks: 0 }]);
    expect(await kept()).toBe('[]');
    const refused = v.parse(
      refusedReplySchema,
      (await hub.ask('GET', '/v1/learned/refused', agent)).json(),
    );
    expect(refused.refused).toEqual([found?.phrasing]);
    await hub.ask('POST', '/v1/bases/shop/learned/decide', admin, { ...decided, decision: null });
  });
});

describe('a hostile client', () => {
  it('reads nobody’s texts as an agent, an author, or a supervisor of another base', async () => {
    await send(agent, pick('where is my parcel'));
    const askers = [
      [agent, 403],
      [await hub.invited(admin, 'author'), 403],
      [await hub.invited(admin, 'supervisor', 'other'), 404],
      [await hub.found(), 404],
    ] as const;
    for (const [token, status] of askers) {
      const reply = await hub.ask('GET', '/v1/bases/shop/learned', token);
      expect([reply.status, reply.text.includes('parcel')]).toEqual([status, false]);
    }
    // What all are told is hashes, and only those of bases that they may read.
    const refused = await hub.ask('GET', '/v1/learned/refused', agent);
    expect(refused.text).not.toContain('parcel');
  });

  it('puts nothing into a base that is not theirs, nor for an answer that there is not', async () => {
    const aside = ['other', 'nowhere'].map((base) => pick('let me in', { base }));
    expect((await send(agent, ...aside, pick('let me in', { entry: 'none' }))).status).toBe(200);
    expect(await kept()).not.toContain('let me in');
    const stranger = await hub.found();
    await share(true, stranger);
    await send(stranger, pick('let me in'));
    expect(await textsOf()).not.toContain('let me in');
  });

  it('makes up no phrasing to be refused, and hears of no refusal in a base that is not theirs', async () => {
    const decide = (body: object) => hub.ask('POST', '/v1/bases/shop/learned/decide', admin, body);
    const made = { entry: 'parcel', phrasing: '0'.repeat(14), decision: 'refused' };
    expect((await decide(made)).status).toBe(404);
    expect((await decide({ ...made, phrasing: '<script>' })).status).toBe(400);
    await send(admin, pick('where is it', { base: 'other' }));
    const [{ phrasing } = { phrasing: '' }] = await told('other');
    const url = '/v1/bases/other/learned/decide';
    await hub.ask('POST', url, admin, { entry: 'parcel', phrasing, decision: 'refused' });
    const refused = async (by: string) =>
      v.parse(refusedReplySchema, (await hub.ask('GET', '/v1/learned/refused', by)).json()).refused;
    expect(await refused(agent)).not.toContain(phrasing);
    expect(await refused(admin)).toContain(phrasing);
  });

  it('sends nothing that is too long, too much, or no text at all', async () => {
    const bad = [
      [pick('x'.repeat(501))],
      [pick('')],
      [pick('fine', { seq: -1 })],
      [pick('fine', { seq: 1e300 })],
      [pick('fine', { base: '..' })],
      [pick('fine', { conversationKey: 'c1' })],
      Array.from({ length: 51 }, () => pick('fine')),
    ];
    for (const picks of bad) expect((await send(agent, ...picks)).status).toBe(400);
    expect((await send(agent, pick('a\u0000b'))).status).toBe(400);
  });

  it('fills no table: beyond a day’s picks of one device nothing more is taken', async () => {
    const flooder = await hub.invited(admin, 'agent', 'shop');
    const statuses: number[] = [];
    for (let sent = 0; sent <= mostPerDay; sent += 50) {
      const picks = Array.from({ length: 50 }, () => pick(`flood ${seq}`));
      statuses.push((await send(flooder, ...picks)).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200));
    expect(statuses.slice(10)).toEqual([409]);
    // Others send theirs all the same.
    expect((await send(agent, pick('and mine'))).status).toBe(200);
  });
});
