import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportTeam, importTeam } from '../../../hub/move-team';
import { startHub } from '../../../hub/start-hub';
import { openDatabase } from '../../../hub/store/open-database';
import { createBrain } from '../../../lib/brain/create-brain';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import { origin, straightLink } from '../../support/hub/faulty-link';
import { hubFolder } from '../../support/hub/run-hub';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

const { folder, remove } = hubFolder();
afterAll(remove);
const at = (name: string) => join(folder, name);

/** The rows of an export, in an order of their own. */
const rowsOf = (file: string) =>
  readFileSync(file, 'utf8').trim().split('\n').slice(1, -1).toSorted();
const publish = (hub: TestHub, token: string, id: string, answer?: string) =>
  hub.ask('POST', '/v1/bases/shop/publish', token, {
    why: 'because',
    changes: [{ op: put(id, answer), basedOn: 0 }],
  });

/** With a checksum that fits again, as somebody would write it who changed the file. */
function resigned(text: string): string {
  const lines = text.trim().split('\n');
  const hash = createHash('sha256');
  for (const line of lines.slice(0, -1)) hash.update(`${line}\n`);
  const end = { ...JSON.parse(lines.at(-1) ?? ''), sha256: hash.digest('hex') };
  return `${[...lines.slice(0, -1), JSON.stringify(end)].join('\n')}\n`;
}

// Every character that something on the way could take for the end of a line or of a text.
const strange = 'One\u2028two\u2029three\r\nfour\u0085 “知识库” \\ \' " \u{1f600} \\x00 \t';
let boss = '';
/** For another browser of theirs. */
let bossLink = '';

beforeAll(async () => {
  const hub = await makeTestHub(await openDatabase({ folder: at('first') }));
  boss = await hub.found();
  await hub.ask('POST', '/v1/bases', boss, { kb: 'shop' });
  await hub.ask('POST', '/v1/bases/shop/publish', boss, {
    why: strange,
    changes: Array.from({ length: 600 }, (_, id) => ({ op: put(`e${id}`), basedOn: 0 })),
  });
  await publish(hub, boss, 'strange', strange);
  await hub.ask('POST', '/v1/events', boss, {
    from: 0,
    upTo: 2,
    events: [{ seq: 1, at: 1.5, kind: 'shown', entries: [], consoleId: 'desk' }, 'no event'],
  });
  await hub.ask('POST', '/v1/learned/sharing/set', boss, { learned: true });
  const picks = [{ seq: 1, base: 'shop', entry: 'e1', text: 'Any kites?' }];
  expect((await hub.ask('POST', '/v1/learned', boss, { picks })).status).toBe(200);
  const link = await hub.ask('POST', '/v1/device-links', boss, {});
  bossLink = link.json<{ link: string }>().link;
  await hub.close();
  await exportTeam({ folder: at('first') }, at('first.ndjson'));
});

describe('a team', () => {
  it('moves from PGlite to PostgreSQL and back with every row, and copies go on by changes', async () => {
    const first = await makeTestHub(await openDatabase({ folder: at('first') }));
    let current = first;
    const asked: string[] = [];
    const link = straightLink(first);
    const agent = await createBrain({
      store: makeMemoryStore(),
      readSample: async (id) =>
        JSON.stringify({
          format: 'cuecard/1',
          base: { id, name: id, language: 'en', smallTalk: true },
          entries: [],
        }),
      now: Date.now,
      tellFaces: () => {},
      whenIdle: (work) => setTimeout(work),
      hubLink: {
        ...link,
        ask: (request) => {
          asked.push(request.url);
          return straightLink(current).ask(request);
        },
      },
    });
    const invite = await first.ask('POST', '/v1/invites', boss, { role: 'agent', kb: '*' });
    const secret = invite.json<{ invite: string }>().invite;
    await agent['team.join']({ link: `${origin}/join#${secret}`, name: 'Bo' });
    const answerOf = async (id: string) =>
      (await agent['studio.entry']({ base: 'shop', id })).entry?.answer;
    expect(await answerOf('strange')).toBe(strange);
    expect(
      asked.some((url) => url.includes('/s/')),
      'it began with a snapshot',
    ).toBe(true);
    await first.close();
    await exportTeam({ folder: at('first') }, at('one.ndjson.gz'));

    await importTeam({ folder: at('second'), engine: 'postgres' }, at('one.ndjson.gz'));
    await exportTeam({ folder: at('second') }, at('two.ndjson'));
    await importTeam({ folder: at('third'), engine: 'pglite' }, at('two.ndjson'));
    await exportTeam({ folder: at('third') }, at('three.ndjson'));
    writeFileSync(at('one.ndjson'), gunzipSync(readFileSync(at('one.ndjson.gz'))));
    const rows = rowsOf(at('one.ndjson'));
    expect(rows.length).toBeGreaterThan(1_200);
    expect(rows.some((row) => row.includes('Any kites?'))).toBe(true);
    expect(rowsOf(at('two.ndjson'))).toEqual(rows);
    expect(rowsOf(at('three.ndjson'))).toEqual(rows);
    expect(readFileSync(at('second/engine'), 'utf8')).toBe('postgres 18\n');

    current = await makeTestHub(await openDatabase({ folder: at('third') }));
    // Or put back to a back-up, a hub would take one that was used.
    const again = { link: bossLink, eventsFrom: 0 };
    const join = (hub: TestHub) => hub.ask('POST', '/v1/device-links/join', undefined, again);
    expect((await join(current)).status).toBe(410);
    asked.length = 0;
    await publish(current, boss, 'newer', 'After the move.');
    await vi.waitFor(async () => expect(await answerOf('newer')).toBe('After the move.'), {
      timeout: 20_000,
      interval: 100,
    });
    expect(asked.filter((url) => url.includes('/s/'))).toEqual([]);
    await vi.waitFor(async () => expect((await agent['team.status'](null)).state).toBe('synced'), {
      timeout: 20_000,
      interval: 100,
    });
    await agent['team.leave'](null);
    await current.close();
  }, 180_000);

  it('leaves nothing where the file is damaged in any way, or where somebody is already', async () => {
    const whole = readFileSync(at('first.ndjson'), 'utf8');
    const lines = whole.split('\n');
    const fourth = { folder: at('fourth'), engine: 'postgres' } as const;
    const damages: [string, RegExp][] = [
      [whole.replace('Answer of e7.', 'Answer of e8.'), /checksum/],
      [whole.slice(0, whole.length / 2), /damaged/],
      [`${lines.slice(0, -2).join('\n')}\n`, /the rest is missing/],
      [lines.toSpliced(40, 1).join('\n'), /checksum/],
      [lines.toSpliced(40, 1, '{"table":"kb"}').join('\n'), /line 41: row/],
      [`${whole}{}\n`, /follows the end/],
      [whole.replace('"audit":', '"audits":'), /counts/],
      [whole.replace('cuecard-hub/1', 'cuecard-hub/2'), /line 1: format/],
      ['', /the rest is missing/],
      // These are whole, and are still none of ours.
      [resigned(whole.replace('"born":"1"', '"born":"one"')), /line \d+: row.born/],
      [resigned(whole.replaceAll('"table":"kb"', '"table":"pg_authid"')), /counts/],
    ];
    for (const [text, why] of damages) {
      writeFileSync(at('damaged'), text);
      await expect(importTeam(fourth, at('damaged')), String(why)).rejects.toThrow(why);
      expect(existsSync(at('fourth')) ? readdirSync(at('fourth')) : []).toEqual([]);
    }
    writeFileSync(at('damaged'), resigned(whole.replace('"steps":[1', '"steps":[9999,1')));
    await expect(importTeam(fourth, at('damaged'))).rejects.toThrow(/newer Cuecard hub/);
    writeFileSync(at('damaged'), gzipSync(whole).subarray(0, 2_000));
    await expect(importTeam(fourth, at('damaged'))).rejects.toThrow(/rest is missing/);
    await expect(importTeam({ folder: at('first') }, at('first.ndjson'))).rejects.toThrow(
      /not empty/,
    );
    await expect(exportTeam({ folder: at('nowhere') }, at('none'))).rejects.toThrow(
      /no hub's data/,
    );
    await expect(exportTeam({ folder: at('first') }, at('one.ndjson'))).rejects.toThrow(/already/);
    expect(existsSync(at('none'))).toBe(false);
  }, 180_000);
});

describe('a back-up', () => {
  const start = () =>
    startHub({
      folder: at('kept'),
      engine: 'postgres',
      host: '127.0.0.1',
      port: 0,
      log: false,
      backUps: { everyMinutes: 0.001, keep: 2 },
    });
  const backUps = () =>
    existsSync(at('kept/back-ups'))
      ? readdirSync(at('kept/back-ups')).filter((name) => name.endsWith('.gz'))
      : [];
  const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

  it('is made when something changed, the last few are kept, and a team comes back from it', async () => {
    const hub = await start();
    const [, invite] = (hub.inviteLink ?? '').split('#');
    const ask = async (path: string, body: unknown, token = '') => {
      const answer = await fetch(`${hub.origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      return answer.json();
    };
    const { token } = await ask('/v1/join', { invite, name: 'Ana', eventsFrom: 0 });
    const seen = new Set<string>();
    const newBackUp = () =>
      until(() => {
        const fresh = backUps().filter((name) => !seen.has(name));
        expect(fresh).not.toEqual([]);
        for (const name of fresh) seen.add(name);
      });
    await newBackUp();
    for (const kb of ['one', 'two', 'three']) {
      await ask('/v1/bases', { kb }, token);
      await newBackUp();
    }
    await until(() => expect(backUps().length).toBe(2));
    await ask('/v1/bases', { kb: 'last' }, token);
    await hub.stop();
    const atStop = backUps();
    const again = await start();
    await again.stop();
    expect(backUps(), 'nothing changed').toEqual(atStop);

    const newest = at(`kept/back-ups/${atStop.toSorted().at(-1)}`);
    await importTeam({ folder: at('restored'), engine: 'postgres' }, newest);
    const restored = await openDatabase({ folder: at('restored') });
    const bases = await restored.rows(
      v.object({ id: v.string() }),
      'select id from kb order by id',
    );
    expect(bases.map(({ id }) => id)).toEqual(['last', 'one', 'three', 'two']);
    await restored.close();
  }, 120_000);
});
