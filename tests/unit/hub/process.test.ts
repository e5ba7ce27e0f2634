import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { hubFolder, runHub } from '../../support/hub/run-hub';
import { put } from '../../support/hub/test-hub';
import { seeded } from '../../support/seeded';

/** On each of two engines. */
const kills = process.env.CUECARD_LONG ? 100 : 10;

async function ask(origin: string, path: string, token: string, body?: unknown) {
  const answer = await fetch(`${origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe.each(['pglite', 'postgres'])(
  'a hub on %s as a process',
  { timeout: kills * 30_000 },
  (engine) => {
    const { folder, remove } = hubFolder();
    afterAll(remove);
    /** Of who founded the team, in the first test. */
    let token = '';

    it(`loses nothing that it acknowledged when it is killed, ${kills} times, while publishing`, async () => {
      const random = seeded(7);
      let hub = await runHub(folder, 0, ['--no-limits', '--engine', engine]);
      const [origin, invite] = (hub.inviteLink ?? '').split('/join#');
      const joining = { invite, name: 'Ana', eventsFrom: 0 };
      token = (await ask(origin ?? '', '/v1/join', '', joining)).body.token;
      await ask(hub.origin, '/v1/bases', token, { kb: 'shop' });
      await expect(runHub(folder), 'a second hub on the folder').rejects.toThrow(/Another hub/);

      const acknowledged: string[] = [];
      for (let round = 0; round < kills; round++) {
        const { origin } = hub;
        let isOver = false;
        const publishing = (async () => {
          for (let at = 0; !isOver; at++) {
            const ids = [0, 1, 2].map((part) => `e${round}-${at}-${part}`);
            const changes = ids.map((id) => ({ op: put(id), basedOn: 0 }));
            const done = await ask(origin, '/v1/bases/shop/publish', token, { why: '', changes });
            if (done.status === 200) acknowledged.push(...ids);
          }
        })().catch(() => {});
        const before = acknowledged.length;
        await vi.waitUntil(() => acknowledged.length > before, { timeout: 60_000, interval: 5 });
        // Killed at any point of the next ones.
        await new Promise((resolve) => setTimeout(resolve, random() * 200));
        await hub.end('SIGKILL');
        isOver = true;
        await publishing;
        hub = await runHub(folder, 0, ['--no-limits']);
        expect(hub.inviteLink, 'somebody has joined').toBeUndefined();
        const { head, readKey } = (await ask(hub.origin, '/v1/sync', token)).body.bases[0];
        // Revisions of three: never a part of one.
        expect(head.version % 3).toBe(0);
        const kept = new Set<string>();
        for (let from = 0; from < head.version; from += 256) {
          const to = Math.min(from + 256, head.version);
          const path = `/v1/k/${readKey}/${head.epoch}/d/${from}-${to}`;
          const { ops } = (await ask(hub.origin, path, '')).body;
          for (const op of ops) kept.add(JSON.parse(op).entry.id);
        }
        expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(kills * 3);
      expect(await hub.end('SIGTERM')).toBe(0);
    });

    it('publishes once what became due after it was killed', async () => {
      let hub = await runHub(folder, 0, ['--no-limits']);
      const base = '/v1/bases/shop';
      const handIn = (id: string, publishAt: number) =>
        ask(hub.origin, `${base}/proposals`, token, {
          why: id,
          changes: [{ op: put(id), basedOn: 0 }],
          publishAt,
          expireAt: null,
        });
      const published = async () => {
        const { body } = await ask(hub.origin, `${base}/revisions`, token);
        return (body.revisions as { why: string }[])
          .map(({ why }) => why)
          .filter((why) => why.startsWith('due'));
      };
      const until = (count: number) =>
        vi.waitUntil(async () => (await published()).length >= count, {
          timeout: 60_000,
          interval: 50,
        });
      const handedIn: string[] = [];
      // On a machine so busy that it was due before the kill, a later one is tried.
      for (let waitMs = 2_000, wasInTime = false; !wasInTime; waitMs *= 2) {
        const dueAt = Date.now() + waitMs;
        const handed = await handIn(`due-${waitMs}`, dueAt);
        handedIn.push(`due-${waitMs}`);
        await hub.end('SIGKILL');
        wasInTime = Date.now() < dueAt;
        if (wasInTime) expect(handed.body.outcome).toBe('scheduled');
        hub = await runHub(folder, 0, ['--no-limits']);
        await until(handedIn.length);
        await hub.end('SIGKILL');
        hub = await runHub(folder, 0, ['--no-limits']);
      }
      // When this one is out, the others were looked at again.
      await handIn('due-last', Date.now() + 1);
      await until(handedIn.length + 1);
      expect(await published()).toEqual(['due-last', ...handedIn.toReversed()]);
      await hub.end('SIGTERM');
    });

    it('does not start on data of another engine', async () => {
      writeFileSync(join(folder, 'engine'), 'another 1\n');
      await expect(runHub(folder)).rejects.toThrow(/belongs to the engine "another 1"/);
    });
  },
);
