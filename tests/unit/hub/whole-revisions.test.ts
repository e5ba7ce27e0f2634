import { afterAll, beforeAll, expect, it } from 'vitest';
import { memberOf } from '../../../hub/services/members';
import { publish } from '../../../hub/services/publish';
import { must } from '../../../lib/base/must';
import type { Entry } from '../../../lib/domain/entry';
import { pageSize } from '../../../lib/protocol/hub-sync';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import { entriesAfter } from '../../../lib/store/team-rows';
import { makeTeamSync } from '../../../lib/sync/team-sync';
import { origin, straightLink } from '../../support/hub/faulty-link';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeTestHub();
});
afterAll(() => hub?.close());

it('a copy that was away shows each revision whole, also where pages of changes part it', async () => {
  const admin = await hub.found();
  const by = must(await memberOf(hub.hub, admin), 'the admin');
  await hub.ask('POST', '/v1/bases', admin, { kb: 'shop' });
  // Not a divisor of the page's size: pages end in the middle of revisions.
  const ids = Array.from({ length: 100 }, (_, at) => `e${at}`);
  expect(pageSize % ids.length).not.toBe(0);
  let version = 0;
  const revise = async (text: string) => {
    const changes = ids.map((id) => ({ op: put(id, text), basedOn: version }));
    await publish(hub.hub, by, { kb: 'shop', changes, why: '' });
    version += ids.length;
  };
  const store = makeMemoryStore();
  await store.changeTeam({
    membership: { hub: origin, token: admin, organisation: 'Shop', person: 'Ana' },
  });
  let shown: Entry[] = [];
  const seen: string[] = [];
  const client = makeTeamSync({
    store,
    link: straightLink(hub),
    async onPage(page) {
      shown = entriesAfter(shown, page);
      for (const entries of [shown, await store.readEntries('shop')]) {
        seen.push([...new Set(entries.map(({ answer }) => answer))].join(' and '));
      }
    },
    onWiped: () => expect.fail('Access was never taken away'),
    moveAside: async () => {},
  });
  await revise('Revision 1');
  await client.sync();
  for (let at = 2; at <= 6; at++) await revise(`Revision ${at}`);
  await client.sync();
  expect([...new Set(seen)]).toEqual(['Revision 1', 'Revision 6']);
});
