import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playStory } from '../../demo/play-story';
import { hubFolder, runHub } from '../support/hub/run-hub';
import { type Desk, openDesk } from '../support/open-desk';

type NetLog = { events: { params?: { url?: string; initiator?: string } }[] };

/** Where the extension's own requests went, in any process, while the sample story was played. */
async function originsAsked(before: (desk: Desk) => Promise<void>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuecard-net-'));
  const netLog = join(folder, 'net.json');
  const desk = await openDesk({ netLog });
  await before(desk);
  const inserted = await playStory(await desk.open());
  expect(inserted).toBeGreaterThan(5);
  await desk.close();

  const requests = (JSON.parse(readFileSync(netLog, 'utf8')) as NetLog).events.flatMap(
    ({ params }) => (params?.url ? [{ url: params.url, initiator: params.initiator ?? '' }] : []),
  );
  rmSync(folder, { recursive: true, force: true });
  // The page's own requests are in the log, so an empty answer means something.
  expect(requests.some(({ url }) => url.startsWith(desk.origin))).toBe(true);
  const own = requests.filter(({ initiator }) => initiator.startsWith('chrome-extension:'));
  const out = own.filter(({ url }) => /^(https?|wss?):/.test(url));
  return [...new Set(out.map(({ url }) => new URL(url).origin))];
}

it('through the whole sample story the extension makes no network request, in any process', async () => {
  expect(await originsAsked(async () => {})).toEqual([]);
});

it('in a team it talks to its hub, and to nobody else', async () => {
  const { folder, remove } = hubFolder();
  const hub = await runHub(folder);
  const asked = await originsAsked(async (desk) => {
    const joined = await desk.ask('team.join', { link: hub.inviteLink, name: 'Ana' });
    expect(joined).toEqual({ outcome: 'joined' });
  });
  await hub.end('SIGTERM');
  remove();
  expect(asked).toEqual([hub.origin]);
});
