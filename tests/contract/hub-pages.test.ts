import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../../hub/store/postgres-database';
import type { Database } from '../../hub/store/sql';
import { diffReplySchema, revisionsReplySchema } from '../../lib/protocol/hub-history';
import {
  auditReplySchema,
  invitesReplySchema,
  peopleReplySchema,
} from '../../lib/protocol/hub-people';
import { openMemoryDatabase } from '../support/hub/open-memory-database';
import { startPostgres } from '../support/hub/start-postgres';
import { makeTestHub, put, type TestHub } from '../support/hub/test-hub';

const postgres = await startPostgres();
const engines: readonly [string, () => Promise<Database>][] = [
  ['the embedded engine', () => openMemoryDatabase()],
  ...(postgres === undefined
    ? []
    : [['PostgreSQL', async () => openPostgres(postgres.url)] satisfies [string, unknown]]),
];
afterAll(() => postgres?.stop());

describe.each(engines)('%s', (_, open) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await makeTestHub(await open());
  }, 60_000);
  afterAll(() => hub?.close());

  it('tells what the pages about a team ask', async () => {
    const token = await hub.found();
    const get = async (path: string) => (await hub.ask('GET', `/v1/${path}`, token)).json();
    const post = (path: string, body: object) => hub.ask('POST', `/v1/${path}`, token, body);
    await post('bases', { kb: 'shop' });
    const publish = (answer: string, basedOn: number) =>
      post('bases/shop/publish', { why: answer, changes: [{ op: put('e1', answer), basedOn }] });
    await publish('One.', 0);
    await publish('Two.', 1);
    expect((await post('bases/shop/rollback', { to: 1, from: 2, why: '' })).status).toBe(200);
    await post('seen', { seen: { shop: 3 } });
    const history = v.parse(revisionsReplySchema, await get('bases/shop/revisions?before=3'));
    expect(history.revisions.map(({ number, counts }) => [number, counts])).toEqual([
      [2, { added: 0, changed: 1, removed: 0 }],
      [1, { added: 1, changed: 0, removed: 0 }],
    ]);
    expect(history.panels).toEqual([{ version: 3, panels: 1 }]);
    const { counts, changes } = v.parse(diffReplySchema, await get('bases/shop/diff/0-2?offset=0'));
    expect([counts.added, changes.length]).toEqual([1, 1]);

    const agent = await hub.invited(token, 'agent');
    await hub.ask('GET', '/v1/sync', agent);
    const { people } = v.parse(peopleReplySchema, await get('people'));
    const bo = people.find(({ isYou }) => !isYou);
    expect(bo?.devices[0]?.seenAt).toBeGreaterThan(0);
    expect((await post(`people/${bo?.id}/role`, { kb: 'shop', role: 'author' })).status).toBe(200);
    expect((await post(`devices/${bo?.devices[0]?.id}/revoke`, {})).status).toBe(200);
    expect((await post(`people/${bo?.id}/remove`, {})).status).toBe(200);
    await post('invites', { role: 'agent', kb: '*' });
    const [invite] = v.parse(invitesReplySchema, await get('invites')).invites;
    expect((await post(`invites/${invite?.id}/take-back`, {})).status).toBe(200);
    const { deeds } = v.parse(auditReplySchema, await get('audit?offset=0'));
    expect(deeds[0]?.deed).toBe('took back invite');
    expect(deeds.some(({ deed, about }) => deed === 'rolled back' && about === 'shop')).toBe(true);
  });
});
