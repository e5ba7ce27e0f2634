import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { keepBackUps } from '../../../hub/store/back-ups';
import { checkExport } from '../../../hub/store/check-export';
import { importDatabase } from '../../../hub/store/import-database';
import { readLines } from '../../../hub/store/read-lines';
import { emptyDump, openMemoryDatabase } from '../../support/hub/open-memory-database';
import { hubFolder } from '../../support/hub/run-hub';
import { makeTestHub } from '../../support/hub/test-hub';

const { folder, remove } = hubFolder();
afterAll(remove);

describe('PGlite, which by itself never waits for the disk,', () => {
  it('tells of no commit before its log is on the disk, and checkpoints after so many', async () => {
    const log = join(folder, 'syncs.txt');
    const data = join(folder, 'database');
    const script = 'tests/support/hub/commit-and-tell.ts';
    const preload = ['--import', './tests/support/hub/note-syncs.ts'];
    const [commits, perCheckpoint] = [4, 4];
    await promisify(execFile)(
      process.execPath,
      [...preload, script, data, await emptyDump(), String(commits), String(perCheckpoint)],
      { env: { ...process.env, CUECARD_SYNC_LOG: log } },
    );
    const lines = readFileSync(log, 'utf8').split('\n');
    const isCheckpoint: boolean[] = [];
    for (let at = 1; at <= commits; at++) {
      const [asked, told] = [lines.indexOf(`asked ${at}`), lines.indexOf(`acknowledged ${at}`)];
      expect(told, `acknowledged ${at}`).toBeGreaterThan(asked);
      const between = lines.slice(asked + 1, told);
      const isLog = (line: string) => /^fdatasync .*[/\\]pg_wal[/\\][0-9A-F]{24}$/.test(line);
      expect(between.some(isLog), `commit ${at} was written out`).toBe(true);
      isCheckpoint.push(between.some((line) => /^fsync .*[/\\]base[/\\]/.test(line)));
    }
    // Making the table was the first.
    expect(isCheckpoint).toEqual([false, false, true, false]);
  }, 180_000);

  it('is backed up when something changed, the last few are kept, and a team comes back from it', async () => {
    const database = await openMemoryDatabase();
    const hub = await makeTestHub(database);
    const said: unknown[] = [];
    const say = (what: unknown) => void said.push(what);
    const backUps = keepBackUps({ database, folder, everyMinutes: 60, keep: 2, say });
    const token = await hub.found();
    for (const kb of ['one', 'two', 'three']) {
      await hub.ask('POST', '/v1/bases', token, { kb });
      await backUps.make();
      await backUps.make();
    }
    await backUps.stop();
    expect(said).toHaveLength(3);
    const kept = readdirSync(join(folder, 'back-ups')).toSorted();
    expect(kept).toHaveLength(2);
    await hub.close();

    const newest = join(folder, 'back-ups', kept.at(-1) ?? '');
    await checkExport(readLines(newest));
    const again = await openMemoryDatabase();
    await importDatabase(again, () => readLines(newest));
    const restored = await makeTestHub(again);
    const reply = await restored.ask('GET', '/v1/sync', token);
    const { bases } = reply.json<{ bases: { kb: string }[] }>();
    expect(bases.map(({ kb }) => kb)).toEqual(['one', 'three', 'two']);
    await restored.close();
  }, 180_000);
});
