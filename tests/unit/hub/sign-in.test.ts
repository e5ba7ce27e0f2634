import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProvider } from '../../../hub/services/provider';
import { hashOf, newSecret } from '../../../hub/services/secrets';
import { readSignInSettings } from '../../../hub/services/sign-in-settings';
import {
  type AccountProvider,
  client,
  freePort,
  makeBrowser,
  startAccountProvider,
} from '../../support/hub/account-provider';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

let accounts: AccountProvider;
let hub: TestHub;
let admin = '';
let origin = '';
const environment = (issuer: string) => ({
  CUECARD_SSO_ISSUER: issuer,
  CUECARD_SSO_CLIENT_ID: client.id,
  CUECARD_SSO_CLIENT_SECRET: client.secret,
  CUECARD_SSO_DOMAIN: 'shop.example',
  CUECARD_PUBLIC_URL: origin,
});
let time = 0;
beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  accounts = await startAccountProvider(`${origin}/sso/callback`);
  const settings = readSignInSettings(environment(accounts.issuer));
  hub = await makeTestHub(undefined, {
    now: () => Date.now() + time,
    provider: settings && makeProvider(settings),
  });
  admin = await hub.found();
  await hub.server.listen({ host: '127.0.0.1', port });
  for (const name of ['bo', 'cy', 'di', 'eve']) {
    const email = `${name}@shop.example`;
    accounts.accounts.set(name, { email, email_verified: true, name: `${name} <b>"\u202e` });
  }
});
afterAll(async () => {
  await hub?.close();
  accounts?.close();
});

const begin = (secret: string) => `${origin}/sso/start?challenge=${hashOf(secret)}`;
const exchange = (secret: string, code: string) =>
  hub.ask('POST', '/v1/sign-in', undefined, { secret, code, eventsFrom: 0 });
const codeIn = (text: string) => /<output>([^<]+)</.exec(text)?.[1];
async function signIn(account: string) {
  const secret = newSecret();
  const browser = makeBrowser(account);
  const { status, text } = await browser.signIn(begin(secret));
  return { secret, browser, status, text, code: codeIn(text) ?? '' };
}
async function token(account: string): Promise<string> {
  const { secret, code } = await signIn(account);
  const reply = await exchange(secret, code);
  expect(reply.status, reply.text).toBe(200);
  return reply.json<{ token: string }>().token;
}
type Person = { id: string; name: string; roles: unknown[]; devices: { id: string }[] };
async function people(): Promise<Person[]> {
  return (await hub.ask('GET', '/v1/people', admin)).json<{ people: Person[] }>().people;
}

describe('single sign-on', () => {
  it('lets an account of the company in with the least role, as the same person each time', async () => {
    expect((await hub.ask('GET', '/v1/offer')).json()).toEqual({ hub: 'cuecard', signIn: true });
    const [first, second] = [await token('bo'), await token('bo')];
    expect(first).not.toBe(second);
    for (const good of [first, second]) {
      expect((await hub.ask('GET', '/v1/sync', good)).json()).toMatchObject({ role: 'agent' });
    }
    const bo = (await people()).filter(({ name }) => name.startsWith('bo'));
    expect(bo.map(({ devices, roles }) => [devices.length, roles])).toEqual([
      [2, [{ kb: '*', role: 'agent' }]],
    ]);
  });

  it('leaves nothing in an address that is good for anything afterwards', async () => {
    const { secret, code, browser } = await signIn('cy');
    const visited = browser.visited.join('\n');
    for (const hidden of [secret, code, code.replace('-', '')])
      expect(visited).not.toContain(hidden);
    const callback = browser.visited.find((url) => url.includes('/sso/callback')) ?? '';
    const again = await browser.go(callback);
    expect([again.status, codeIn(await again.text())]).toEqual([410, undefined]);
    expect((await exchange(secret, code)).status).toBe(200);
    expect((await exchange(secret, code)).status).toBe(410);
    const rows = await hub.hub.database.rows(v.unknown(), 'select * from sign_in');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('gives the token to nobody who has only the code, or only began the sign-in', async () => {
    const { secret, code } = await signIn('di');
    expect((await exchange(newSecret(), code)).status).toBe(410);
    for (let tried = 0; tried < 5; tried++) {
      expect((await exchange(secret, 'ZZZZ-ZZZZ')).status).toBe(400);
    }
    expect((await exchange(secret, code)).status).toBe(410);
  });

  it('ends only in the browser in which it began, and in time', async () => {
    const secret = newSecret();
    const started = await fetch(begin(secret), { redirect: 'manual' });
    expect(started.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    const elsewhere = await makeBrowser('di').signIn(started.headers.get('location') ?? '');
    expect([elsewhere.status, codeIn(elsewhere.text)]).toEqual([410, undefined]);
    expect((await fetch(begin(secret), { redirect: 'manual' })).status).toBe(409);
    const late = await signIn('di');
    time = 4 * 60_000;
    expect((await exchange(late.secret, late.code)).status).toBe(410);
    time = 0;
  });

  it('takes no answer that is not the provider’s to what was asked', async () => {
    const browser = makeBrowser('di');
    await browser.go(begin(newSecret()));
    const asked = browser.visited.find((url) => url.includes('/auth?')) ?? '';
    const { searchParams } = new URL(asked);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('nonce')).toMatch(/.{20}/);
    const state = searchParams.get('state');
    const iss = encodeURIComponent(accounts.issuer);
    const forged = await browser.go(
      `${origin}/sso/callback?code=made-up&state=${state}&iss=${iss}`,
    );
    expect([forged.status, codeIn(await forged.text())]).toEqual([502, undefined]);
  });

  it('lets in only verified addresses of the domain', async () => {
    const wrong = {
      unverified: { email: 'x@shop.example', email_verified: false },
      other: { email: 'x@shop.example.evil.example', email_verified: true },
      tricky: { email: 'x@evil.example@shop.example', email_verified: true },
      none: {},
    };
    for (const [name, claims] of Object.entries(wrong)) {
      accounts.accounts.set(name, claims);
      const { status, text } = await signIn(name);
      expect([status, codeIn(text)], name).toEqual([400, undefined]);
      expect(text).toContain('shop.example');
    }
  });

  it('with an account that was disabled lets nobody in anew, and those who are in stay', async () => {
    const good = await token('eve');
    accounts.accounts.delete('eve');
    const { code } = await signIn('eve').catch(() => ({ code: '' }));
    expect(code).toBe('');
    expect((await hub.ask('GET', '/v1/sync', good)).status).toBe(200);
  });

  it('brings nobody back whom the team took out', async () => {
    accounts.accounts.set('flo', { email: 'flo@shop.example', email_verified: true, name: 'Flo' });
    const good = await token('flo');
    const flo = (await people()).find(({ name }) => name === 'Flo');
    const device = flo?.devices[0]?.id;
    expect((await hub.ask('POST', `/v1/devices/${device}/revoke`, admin, {})).status).toBe(200);
    expect((await hub.ask('GET', '/v1/sync', good)).status).toBe(401);
    await hub.hub.database.run('delete from membership where person = $1', [flo?.id ?? '']);
    const { secret, code } = await signIn('flo');
    const back = await exchange(secret, code);
    expect([back.status, back.text.includes('taken away')]).toEqual([410, true]);
  });

  it('is set up whole or not at all, and over https', () => {
    expect(readSignInSettings({})).toBeUndefined();
    expect(() => readSignInSettings({ CUECARD_SSO_ISSUER: 'https://id.example' })).toThrow(
      /CUECARD_SSO_CLIENT_ID/,
    );
    expect(() => readSignInSettings(environment('http://id.example'))).toThrow(/https/);
    const all = { ...environment('https://id.example'), CUECARD_SSO_ROLE: 'admin' };
    expect(() => readSignInSettings(all)).toThrow(/CUECARD_SSO_ROLE/);
  });
});
