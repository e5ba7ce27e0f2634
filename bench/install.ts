// From joining a team to its answers on screen, in a real browser and from a real hub; and after the
// browser was started again. Writes its figures into docs/sync.design.md.
//   npm run bench:install [-- 10000 100000]   with so many entries
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeBareFrame } from './bare-frame.ts';
import { copyExtension } from './bench-desk.ts';
import { publishBase, startBenchHub } from './bench-hub.ts';
import { tableOf, writeSection } from './docs-section.ts';
import { median } from './figures.ts';
import { askAll, install, type Place, restart } from './install-browser.ts';
import { makeLargeBase } from './large-base.ts';

const aims = { installMs: 10_000, restartMs: 2_000 } as const;
/** The middle one counts. */
const restarts = 3;
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [10_000, 100_000];
const rows: string[][] = [];
let browser = '';

const { extension, removeCopy } = copyExtension();
try {
  for (const size of sizes) rows.push(await measure(size));
} finally {
  removeCopy();
}
const heads = [
  'entries',
  'joined → synced',
  'joined → its answer',
  'joined → trained',
  'right of 10 asked meanwhile',
  'memory of the brain',
  'restart → a bare extension’s frame',
  'restart → panel',
  'restart → its answer',
  'aims',
];
writeSection('docs/sync.design.md', 'npm run bench:install', browser, tableOf(heads, rows));

async function measure(size: number): Promise<string[]> {
  const hub = await startBenchHub('postgres');
  const profile = mkdtempSync(join(tmpdir(), 'cuecard-install-'));
  const bases = (['en', 'zh'] as const).map((language) => makeLargeBase(language, size / 2));
  const place: Place = { profile, extension, bases };
  try {
    const token = await hub.join(hub.process.inviteLink ?? '');
    for (const base of bases) await publishBase(hub, token, base);
    const first = await install(place, await hub.invite(token, 'agent'));
    const again: Awaited<ReturnType<typeof restart>>[] = [];
    for (let at = 0; at < restarts; at++) again.push(await restart(place));
    const panelMs = median(again.map((each) => each.panelMs));
    const againMs = median(again.map((each) => each.answeredMs));
    const bareMs = median(await timeBareFrame(restarts));
    browser = first.version;
    const isMet = first.answeredMs <= aims.installMs && againMs <= aims.restartMs;
    return [
      size.toLocaleString('en'),
      seconds(first.syncedMs),
      seconds(first.answeredMs),
      seconds(first.trainedMs),
      `${first.right} of ${askAll}`,
      `${(first.memory / 2 ** 20).toFixed(0)} MB`,
      seconds(bareMs),
      seconds(panelMs),
      seconds(againMs),
      isMet ? 'met' : 'missed',
    ];
  } finally {
    await hub.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
