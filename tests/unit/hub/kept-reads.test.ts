import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeKeptBytes } from '../../../hub/services/kept-bytes';
import { memberOf } from '../../../hub/services/members';
import type { Database, Sql } from '../../../hub/store/sql';
import { backUp } from '../../support/hub/back-up';
import { openMemoryDatabase } from '../../support/hub/open-memory-database';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

/** Every statement that the hub sends, as they come. */
const sent: string[] = [];
/** Done once, after the next statement that this fits. */
let after: { readonly text: RegExp; readonly work: () => Promise<unknown> } | undefined;
const watched = (sql: Sql): Sql => ({
  async rows(schema, text, values) {
    sent.push(text);
    const rows = await sql.rows(schema, text, values);
    if (after?.text.test(text)) {
      const { work } = after;
      after = undefined;
      await work();
    }
    return rows;
  },
  run(text, values) {
    sent.push(text);
    return sql.run(text, values);
  },
});

let test: TestHub;
/** Another node on the same database, which hears nothing of the first. */
let deaf: TestHub;
let admin = '';
beforeAll(async () => {
  const database = await openMemoryDatabase();
  const counted: Database = {
    ...database,
    ...watched(database),
    transaction: (work) => database.transaction((sql) => work(watched(sql))),
  };
  test = await makeTestHub(counted, { keepMs: 600_000 });
  deaf = await makeTestHub(counted, { keepMs: 600_000 });
});
afterAll(() => test?.close());
beforeEach(async () => {
  admin = await test.found();
  await test.ask('POST', '/v1/bases', admin, { kb: 'shop' });
  await publish(['e1']);
});

type Base = { readKey: string; head: { epoch: string; version: number; chain: string } };
const shop = async (token = admin): Promise<Base> => {
  const reply = await test.ask('GET', '/v1/sync', token);
  const [base] = reply.json<{ bases: Base[] }>().bases;
  return base ?? expect.fail('There is no base');
};
const publish = (ids: readonly string[], token = admin) =>
  test.ask('POST', '/v1/bases/shop/publish', token, {
    why: '',
    changes: ids.map((id) => ({ op: put(id), basedOn: 1_000_000 })),
  });
const read = ({ readKey }: Base, path: string, at = test) =>
  at.ask('GET', `/v1/k/${readKey}/${path}`);
const page = (base: Base, range: string, at = test) =>
  read(base, `${base.head.epoch}/d/${range}`, at);
const revokeSomebody = async () => {
  await test.invited(admin, 'agent');
  const { people } = (await test.ask('GET', '/v1/people', admin)).json<{
    people: { devices: { id: string }[] }[];
  }>();
  const device = people.at(-1)?.devices[0]?.id;
  expect((await test.ask('POST', `/v1/devices/${device}/revoke`, admin, {})).status).toBe(200);
};

describe('what read keys open', () => {
  it('is read from the database once, however many ask, at once or later', async () => {
    await publish(Array.from({ length: 600 }, (_, at) => `many-${at}`));
    const base = await shop();
    const { snapshot } = (await read(base, 'head')).json<{ snapshot: { parts: string[] } }>();
    const paths = [
      'head',
      ...['d/0-256', 'd/512-601', `s/${snapshot.parts[0]}`].map(
        (path) => `${base.head.epoch}/${path}`,
      ),
    ];
    for (const path of paths) {
      sent.length = 0;
      const first = await Promise.all([1, 2, 3, 4].map(() => read(base, path)));
      expect(sent.filter((text) => /from (change|snapshot_part)/.test(text)).length).toBeLessThan(
        3,
      );
      sent.length = 0;
      const again = await read(base, path);
      expect(sent).toEqual([]);
      for (const reply of first) expect(reply).toMatchObject({ status: 200, text: again.text });
    }
  });

  it('is closed at once where access was taken away, and stays in memory for the new key', async () => {
    const old = await shop();
    const held = await page(old, '0-1');
    await revokeSomebody();
    for (const path of ['head', `${old.head.epoch}/d/0-1`]) {
      expect((await read(old, path)).status).toBe(404);
    }
    const now = await shop();
    expect((await read(now, 'head')).status).toBe(200);
    sent.length = 0;
    expect((await page(now, '0-1')).text).toBe(held.text);
    expect(sent).toEqual([]);
  });

  it('is closed too for who asked while access was taken away', async () => {
    const old = await shop();
    await publish(['e2']);
    after = { text: /select organisation from kb/, work: revokeSomebody };
    const { readKey } = old;
    await test.ask('GET', `/v1/k/${readKey}/head`);
    expect(after).toBeUndefined();
    expect((await read(old, 'head')).status).toBe(404);
  });

  it('shows a publication at once', async () => {
    const base = await shop();
    await read(base, 'head');
    await publish(['e2']);
    expect((await read(base, 'head')).json()).toMatchObject({ version: 2 });
    expect((await page(base, '0-2')).status).toBe(200);
  });

  it('is each organisation’s own under the same names', async () => {
    const mine = await shop();
    await page(mine, '0-1');
    const stranger = await test.found();
    await test.ask('POST', '/v1/bases', stranger, { kb: 'shop' });
    await publish(['theirs'], stranger);
    const theirs = await shop(stranger);
    expect((await page(theirs, '0-1')).text).toContain('theirs');
    expect((await page(mine, '0-1')).text).not.toContain('theirs');
    expect((await read(mine, `${theirs.head.epoch}/d/0-1`)).status).toBe(410);
  });

  it('is of the history that stands after an old back-up was put in place', async () => {
    const restore = await backUp(test.hub, await organisationOf(admin), 'shop');
    await publish(['lost']);
    const before = await shop();
    expect((await page(before, '0-2')).text).toContain('lost');
    await restore(test.hub, undefined);
    await publish(['found']);
    expect((await page(await shop(), '0-2')).text).toContain('found');
  });
});

describe('a node that hears nothing of the others', () => {
  it('gives out by an old key, for a moment, what was there before, and nothing of later', async () => {
    const old = await shop();
    expect((await page(old, '0-1', deaf)).status).toBe(200);
    await revokeSomebody();
    await publish(['secret']);
    expect((await read(old, 'head', deaf)).json()).toMatchObject({ version: 1 });
    // Asked for what it does not know of, it looks anew, and finds the key changed.
    expect((await page(old, '0-2', deaf)).status).toBe(404);
    expect((await read(old, 'head', deaf)).status).toBe(404);
  });

  it('has what was published at another one for who knows of it', async () => {
    const base = await shop();
    await read(base, 'head', deaf);
    await publish(['e2']);
    expect((await page(base, '0-2', deaf)).status).toBe(200);
  });

  it('keeps a head for its moment only', async () => {
    const brief = await makeTestHub(test.hub.database, { keepMs: 0 });
    const base = await shop();
    await read(base, 'head', brief);
    await publish(['e2']);
    expect((await read(base, 'head', brief)).json()).toMatchObject({ version: 2 });
    await brief.server.close();
  });
});

describe('the memory for pages', () => {
  const make = async (letters: number) => new Uint8Array(letters);

  it('never holds more than it may, and lets go what was asked for longest ago', async () => {
    const kept = makeKeptBytes(10_000);
    const made: string[] = [];
    const ask = (name: string, letters = 1_000) =>
      kept.get(name, () => {
        made.push(name);
        return make(letters);
      });
    for (let at = 0; at < 50; at++) {
      await ask('often');
      await ask(`page ${at}`);
      expect(kept.size).toBeLessThanOrEqual(10_000);
    }
    expect(kept.size).toBeGreaterThan(8_000);
    expect(made.filter((name) => name === 'often')).toHaveLength(1);
    made.length = 0;
    await ask('page 49');
    await ask('page 0');
    expect(made).toEqual(['page 0']);
    // Larger than all of it: given out, and not kept.
    expect(await ask('huge', 20_000)).toHaveLength(20_000);
    expect(kept.size).toBeLessThanOrEqual(10_000);
    await ask('often');
    expect(made).toEqual(['page 0', 'huge']);
  });

  it('holds a copy of its own, and nothing of what could not be made', async () => {
    const kept = makeKeptBytes(100_000);
    const large = new ArrayBuffer(1_000_000);
    const bytes = await kept.get('view', async () => new Uint8Array(large, 0, 10));
    expect(bytes.buffer.byteLength).toBe(10);
    await expect(kept.get('broken', () => Promise.reject(new Error('away')))).rejects.toThrow();
    expect(await kept.get('broken', () => make(3))).toHaveLength(3);
  });
});

async function organisationOf(token: string): Promise<string> {
  return (await memberOf(test.hub, token))?.organisation ?? '';
}
