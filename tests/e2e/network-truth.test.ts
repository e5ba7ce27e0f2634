import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playStory } from '../../demo/play-story';
import { hubFolder, runHub } from '../support/hub/run-hub';
import { type Desk, openDesk } from '../support/open-desk';

type NetLog = { events: { params?: { url?: string; initiator?: string } }[] };

/** Where Chromium goes by itself: for updates, and to see who is signed in. */
const isBrowsers = (origin: string) =>
  /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/.test(new URL(origin).hostname);

/** Whom anything in the browser asked while the sample story was played, apart from the desk. */
async function originsAsked(before: (desk: Desk) => Promise<void>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuecard-net-'));
  const netLog = join(folder, 'net.json');
  const desk = await openDesk({ netLog });
  try {
    await before(desk);
    const inserted = await playStory(await desk.open());
    expect(inserted).toBeGreaterThan(5);
  } finally {
    await desk.close();
  }

  const { events } = JSON.parse(readFileSync(netLog, 'utf8')) as NetLog;
  rmSync(folder, { recursive: true, force: true });
  /** By origin who began it; a worker's request need not say. */
  const asked = new Map<string, string[]>();
  for (const { params: { url = '', initiator = '' } = {} } of events) {
    if (!/^(https?|wss?):/.test(url)) continue;
    const { origin } = new URL(url);
    asked.set(origin, [...(asked.get(origin) ?? []), initiator]);
  }
  // The page's own requests are in the log, so an empty answer means something.
  expect([...asked.keys()]).toContain(desk.origin);
  asked.delete(desk.origin);
  const isOurs = (initiator: string) =>
    /^chrome-extension:/.test(initiator) || initiator === desk.origin;
  return [...asked].flatMap(([origin, initiators]) =>
    isBrowsers(origin) && !initiators.some(isOurs) ? [] : origin,
  );
}

// Most of a story is waiting: two at once take little longer than one.
it.concurrent('through the whole sample story the extension makes no network request, in any process', async () => {
  expect(await originsAsked(async () => {})).toEqual([]);
});

it.concurrent('in a team it talks to its hub, and to nobody else', async () => {
  const { folder, remove } = hubFolder();
  const hub = await runHub(folder);
  try {
    const asked = await originsAsked(async (desk) => {
      const joined = await desk.ask('team.join', { link: hub.inviteLink, name: 'Ana' });
      expect(joined).toEqual({ outcome: 'joined' });
    });
    expect(asked).toEqual([hub.origin]);
  } finally {
    await hub.end('SIGTERM');
    remove();
  }
});
