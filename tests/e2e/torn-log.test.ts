import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { must } from '../../lib/base/must';
import { type Desk, openDesk } from '../support/open-desk';

const profile = mkdtempSync(join(tmpdir(), 'cuecard-torn-'));
let desk: Desk | undefined;
afterAll(async () => {
  await desk?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The logs that Chromium's own database keeps what is written to IndexedDB in. */
function logs(): string[] {
  const all = join(profile, 'Default', 'IndexedDB');
  const ours = readdirSync(all).find((name) => name.endsWith('.leveldb'));
  const folder = join(all, must(ours, 'the database of the extension'));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => join(folder, name));
}

async function open(): Promise<Desk> {
  desk = await openDesk({ samples: 'none', profile });
  await desk.ask('brain.info', null);
  return desk;
}

async function killed({ kill, close }: Desk): Promise<void> {
  await kill();
  await close();
  desk = undefined;
}

const record = async ({ ask }: Desk, ids: readonly string[]) => {
  for (const eventId of ids) {
    const event = { kind: 'gap', cueText: eventId.repeat(100) };
    await ask('event.record', { event, eventId, conversationKey: 'c', consoleId: 'desk' });
  }
};

const kept = async ({ events }: Desk) =>
  ((await events()) as { eventId: string }[]).map(({ eventId }) => eventId);

it('a browser that was killed in the middle of a write throws nothing of before away', async () => {
  const before = ['before-1', 'before-2', 'before-3'];
  const after = ['after-1', 'after-2', 'after-3'];
  const first = await open();
  await record(first, [...before, 'torn']);
  await killed(first);
  // As a kill leaves it that comes while the last of it is written.
  const [torn = ''] = logs();
  truncateSync(torn, statSync(torn).size - 200);

  const second = await open();
  expect(await kept(second)).toEqual(before);
  await expect.poll(logs).not.toContain(torn);
  await record(second, after);
  await killed(second);

  expect(await kept(await open())).toEqual([...before, ...after]);
});
