import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playStory } from '../../demo/play-story';
import { openDesk } from '../support/open-desk';

type NetLog = { events: { params?: { url?: string; initiator?: string } }[] };

describe('through the whole sample story', () => {
  it('the extension makes no network request, in any process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cuecard-net-'));
    const netLog = join(folder, 'net.json');
    const desk = await openDesk({ netLog });
    const page = await desk.open();
    const inserted = await playStory(page);
    expect(inserted).toBeGreaterThan(5);
    const { origin } = desk;
    await desk.close();

    const requests = (JSON.parse(readFileSync(netLog, 'utf8')) as NetLog).events.flatMap(
      ({ params }) => (params?.url ? [{ url: params.url, initiator: params.initiator ?? '' }] : []),
    );
    rmSync(folder, { recursive: true, force: true });
    // The page's own requests are in the log, so an empty answer below means something.
    expect(requests.some(({ url }) => url.startsWith(origin))).toBe(true);
    const own = requests.filter(({ initiator }) => initiator.startsWith('chrome-extension:'));
    expect(own.filter(({ url }) => /^(https?|wss?):/.test(url))).toEqual([]);
  });
});
