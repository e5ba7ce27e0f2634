import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '../../../hub/services/members';
import { openDatabase } from '../../../hub/store/open-database';
import { must } from '../../../lib/base/must';
import { hubFolder } from '../../support/hub/run-hub';
import { startPostgres } from '../../support/hub/start-postgres';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

const run = promisify(execFile);
const { folder, remove } = hubFolder();
const postgres = await startPostgres();
afterAll(async () => {
  await postgres.stop();
  remove();
});

const own = join(folder, 'own');
const open = async () => makeTestHub(await openDatabase({ folder: own, engine: 'postgres' }));
/** What the command line says to `npm run hub -- …`. */
async function say(settings: Record<string, string>, ...words: string[]) {
  const { DATABASE_URL: _, ...env } = process.env;
  const options = { env: { ...env, ...settings } };
  const { stdout } = await run(process.execPath, ['hub/main.ts', ...words], options);
  return { stdout, link: /(\S+)\/join#(\S+)/.exec(stdout) };
}
const enter = async (hub: TestHub, invite: string | undefined) => {
  const reply = await hub.ask('POST', '/v1/join', '', { invite, name: 'Bo', eventsFrom: 0 });
  return reply.json<{ token: string; organisation: string }>();
};

describe('a team whose last administrator is gone', () => {
  beforeAll(async () => {
    const hub = await open();
    await hub.found();
    await hub.close();
  });

  it('gets a new one by a link that whoever runs the hub makes, and the log of deeds says so', async () => {
    const { link } = await say(
      {},
      ...['invite', '--data', own, '--host', '0.0.0.0', '--port', '7999'],
    );
    expect(link?.[1]).toBe('http://127.0.0.1:7999');
    const hub = await open();
    const { token, organisation } = await enter(hub, link?.[2]);
    expect(organisation).toBe('Shop');
    // What only an administrator may.
    expect((await hub.ask('POST', '/v1/team/rename', token, { name: 'Bazaar' })).status).toBe(200);
    const { json } = await hub.ask('GET', '/v1/audit', token);
    expect(json<{ deeds: unknown[] }>().deeds).toContainEqual(
      expect.objectContaining({ deed: 'invited', about: 'admin of *', by: null }),
    );

    const refused = say({}, 'invite', '--data', own);
    await expect(refused).rejects.toThrow(/Another hub is running on .*Stop it/);
    await hub.close();
  });

  it('is not looked for where no hub was ever, and nothing is left there', async () => {
    const nowhere = join(folder, 'nowhere');
    await expect(say({}, 'invite', '--data', nowhere)).rejects.toThrow(/no hub's data/);
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('a hub on DATABASE_URL', () => {
  it('makes invites and further organisations while it runs', async () => {
    const settings = { DATABASE_URL: postgres.url, CUECARD_PUBLIC_URL: 'https://hub.example/' };
    const data = join(folder, 'outside');
    const hub = await makeTestHub(await openDatabase({ folder: data, url: postgres.url }));
    const first = await hub.found();
    await hub.ask('POST', '/v1/bases', first, { kb: 'secret' });
    const founded = await say(settings, 'found', '--organisation', 'Bazaar', '--data', data);
    expect(founded.link?.[1]).toBe('https://hub.example');
    const { token, organisation } = await enter(hub, founded.link?.[2]);
    expect(organisation).toBe('Bazaar');
    expect((await hub.ask('GET', '/v1/sync', token)).json()).toMatchObject({ bases: [] });
    // What CUECARD_SSO_ORGANISATION wants.
    const id = must(await memberOf(hub.hub, token), 'who founded it').organisation;
    expect(founded.stdout).toContain(`"Bazaar" (${id})`);

    const elsewhere = { ...settings, CUECARD_PUBLIC_URL: 'hub.example' };
    await expect(say(elsewhere, 'invite', '--data', data)).rejects.toThrow(/no panel would go/);

    const which = say(settings, 'invite', '--data', data);
    await expect(which).rejects.toThrow(
      /--organisation NAME. There are: "Bazaar" \(\w+\), "Shop" \(/,
    );
    const again = await say(settings, 'invite', '--organisation', 'Shop', '--data', data);
    expect(again.stdout).toContain('administrator of "Shop"');
    expect((await enter(hub, again.link?.[2])).organisation).toBe('Shop');
    const twice = say(settings, 'found', '--organisation', 'Shop', '--data', data);
    await expect(twice).rejects.toThrow(/"Shop" already/);
    await expect(say(settings, 'found', '--data', data)).rejects.toThrow(/what it is called/);
    await hub.close();
  });
});
