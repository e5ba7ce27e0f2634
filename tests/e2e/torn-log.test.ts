import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

let profile: string;
let desk: Desk | undefined;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'cuecard-torn-'));
});
afterEach(async () => {
  await desk?.close();
  desk = undefined;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The files of the database in which Chromium keeps what is written to IndexedDB. */
function files(ending: string): string[] {
  const all = join(profile, 'Default', 'IndexedDB');
  const ours = existsSync(all) ? readdirSync(all).find((name) => name.endsWith('.leveldb')) : '';
  if (!ours) return [];
  return readdirSync(join(all, ours))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(all, ours, name));
}
const logs = () => files('.log');

/** Opens the browser and waits until it has left the log of before behind. */
async function open(): Promise<Desk> {
  const before = logs();
  desk = await openDesk({ samples: 'none', profile });
  await desk.ask('brain.info', null);
  await expect.poll(() => logs().filter((log) => before.includes(log))).toEqual([]);
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
  // As a kill leaves it that comes while this is written, whatever else came behind it.
  const [torn = ''] = logs();
  const within = readFileSync(torn).lastIndexOf('torntorn');
  expect(within).toBeGreaterThan(0);
  truncateSync(torn, within);

  const second = await open();
  expect(await kept(second)).toEqual(before);
  await record(second, after);
  await killed(second);

  const third = await open();
  expect(await kept(third)).toEqual([...before, ...after]);
  await killed(third);
});

it('a browser that threw its databases away is found out, and the panel says so', async () => {
  const first = await open();
  await record(first, ['before-lost-1', 'before-lost-2']);
  await killed(first);
  for (const log of logs()) {
    const bytes = readFileSync(log);
    writeFileSync(log, bytes.fill(7, bytes.length >> 2, bytes.length >> 1));
  }

  const second = await open();
  expect(await kept(second)).toEqual([]);
  expect(await second.ask('storage.report', null)).toEqual({ state: 'lost', unreadable: 0 });
  const { frame } = await panelOf(await second.open());
  await frame.getByText('Your browser threw away what Cuecard had kept.').first().waitFor();
  await frame.getByRole('button', { name: 'Dismiss' }).first().click();
  const report = () => second.ask('storage.report', null);
  await expect.poll(report).toEqual({ state: 'kept', unreadable: 0 });
  await record(second, ['after-lost']);
  expect(await kept(second)).toEqual(['after-lost']);
});
