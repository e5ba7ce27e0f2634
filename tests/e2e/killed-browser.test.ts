import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPglite } from '../../hub/store/pglite-database';
import { big } from '../../hub/store/sql';
import { type HubProcess, hubFolder, runHub } from '../support/hub/run-hub';
import { put } from '../support/hub/test-hub';
import { type Desk, openDesk } from '../support/open-desk';
import { seeded } from '../support/seeded';

const kills = process.env.CUECARD_LONG ? 50 : 5;
const parts = ['one', 'two', 'three'];
let folder: string;
let remove: () => void;
let profile: string;
let hub: HubProcess;
let token: string | undefined;
let agent: Desk | undefined;

beforeEach(async () => {
  ({ folder, remove } = hubFolder());
  profile = mkdtempSync(join(tmpdir(), 'cuecard-killed-'));
  token = undefined;
  hub = await runHub(folder, 0, ['--no-limits']);
  const invite = (hub.inviteLink ?? '').split('#')[1];
  ({ token } = await atHub('/v1/join', { invite, name: 'Bo', eventsFrom: 0 }));
  await atHub('/v1/bases', { kb: 'shop' });
});
afterEach(async () => {
  await agent?.close();
  agent = undefined;
  await hub?.end('SIGTERM');
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  remove();
});

async function atHub(path: string, body: unknown) {
  const answer = await fetch(`${hub.origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  expect(answer.status, path).toBe(200);
  return await answer.json();
}

/** All three answers of the base say the same number: that of the revision which wrote them. */
const publish = (revision: number) =>
  atHub('/v1/bases/shop/publish', {
    why: '',
    changes: parts.map((id) => ({
      op: put(id, `Revision ${revision}.`),
      basedOn: Number.MAX_SAFE_INTEGER,
    })),
  });

type Found = { suggestions: { answer: string }[] };
const find = ({ ask }: Desk) => ask('entries.find', { query: 'Title', limit: 9 }) as Promise<Found>;

/** The revision that the copy shows; 0 before its first. */
function revisionOf({ suggestions }: Found): number {
  const shown = suggestions
    .map(({ answer }) => answer)
    .filter((answer) => /^Revision/.test(answer));
  if (shown.length === 0) return 0;
  expect(shown, 'the whole revision, and one only').toEqual(parts.map(() => shown[0]));
  return Number(/\d+/.exec(shown[0] ?? '')?.[0]);
}

const record = ({ ask }: Desk, eventId: string) =>
  ask('event.record', {
    event: { kind: 'inserted', cueText: '', entry: { base: 'shop', id: 'one' }, place: 1 },
    eventId,
    conversationKey: 'c1',
    consoleId: 'console',
  });

type Kept = { seq: number; eventId: string };
const keptEvents = async (desk: Desk) => (await desk.events()) as Kept[];

/** How far the hub says that it has this device's events. */
async function eventsAtHub(desk: Desk): Promise<number> {
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${desk.extensionId}/keeper.html`);
  const membership = (await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('cuecard').onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest;
          const asked = result.transaction('team').objectStore('team').get('membership');
          asked.onsuccess = () => resolve(asked.result.value);
        };
      }),
  )) as { token: string };
  await page.close();
  const authorization = `Bearer ${membership.token}`;
  const answer = await fetch(`${hub.origin}/v1/sync`, { headers: { authorization } });
  return (await answer.json()).deviceHw;
}

it(`a browser killed ${kills} times keeps what it said it kept, and never shows half a revision`, {
  timeout: 900_000,
}, async () => {
  const random = seeded(11);
  const acknowledged: string[] = [];
  let published = 0;
  let seen = 0;

  /** Works until the browser is gone: picks are recorded, and the copy is looked at after each. */
  async function work(desk: Desk, round: number): Promise<void> {
    for (let at = 0; ; at++) {
      const eventId = `pick-${round}-${at}`;
      const isKept = await record(desk, eventId).then(
        () => true,
        () => false,
      );
      const found = isKept && (await find(desk).catch(() => false as const));
      if (isKept) acknowledged.push(eventId);
      if (!found) return;
      const revision = revisionOf(found);
      expect(revision, 'an older revision than before').toBeGreaterThanOrEqual(seen);
      seen = revision;
    }
  }

  for (let round = 0; round < kills; round++) {
    const desk = await openAgent(round);
    let isOver = false;
    const publishing = (async () => {
      while (!isOver) await publish(++published);
    })();
    try {
      const before = { seen, picks: acknowledged.length };
      const working = work(desk, round);
      await vi.waitUntil(() => seen > before.seen + 1 && acknowledged.length > before.picks + 1, {
        timeout: 60_000,
        interval: 5,
      });
      // Killed at any point of what follows.
      await new Promise((resolve) => setTimeout(resolve, random() * 300));
      await desk.kill();
      await working;
      await desk.close();
    } finally {
      isOver = true;
      await publishing;
    }
  }

  const desk = await openAgent(kills);
  await vi.waitUntil(async () => revisionOf(await find(desk)) === published, { timeout: 30_000 });
  const events = await keptEvents(desk);
  const last = events.at(-1)?.seq;
  await expect.poll(() => eventsAtHub(desk), { timeout: 30_000 }).toBe(last);
  await desk.close();
  agent = undefined;
  await hub.end('SIGTERM');
  const database = await openPglite(join(folder, 'database'));
  const rows = await database.rows(v.object({ seq: big }), 'select seq from event order by seq');
  await database.close();
  expect(rows.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq));

  async function openAgent(round: number): Promise<Desk> {
    const desk = await openDesk({ samples: 'none', profile });
    agent = desk;
    if (round === 0) {
      const { invite } = await atHub('/v1/invites', { role: 'agent', kb: 'shop' });
      const link = `${hub.origin}/join#${invite}`;
      expect(await desk.ask('team.join', { link, name: 'Ana' })).toEqual({ outcome: 'joined' });
    }
    const ids = (await keptEvents(desk)).map(({ eventId }) => eventId);
    expect(new Set(ids).size, 'each once').toBe(ids.length);
    const storage = JSON.stringify(await desk.ask('storage.report', null));
    const lost = acknowledged.filter((id) => !ids.includes(id));
    expect(lost, `start ${round}, storage ${storage}`).toEqual([]);
    expect(revisionOf(await find(desk))).toBeGreaterThanOrEqual(seen);
    return desk;
  }
});
