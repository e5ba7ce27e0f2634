// How the engine grows with the number of entries: time, memory, changes, snapshots.
//   node bench/engine-growth.ts [--quick] [--json FILE]
// Each size is measured in a process of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Figure, optionOf, reportFigures, single, spread } from './figures.ts';
import type { Growth } from './growth.ts';
import { drawGrowth } from './growth-plot.ts';
import { hostileMessages } from './hostile-messages.ts';
import { labelledBase } from './labelled-base.ts';
import { type Taken, taken, takenHere } from './taken.ts';
import { measureTaught } from './taught.ts';

type CreateEngine = typeof import('../lib/engine/engine.ts').createEngine;

const file = fileURLToPath(import.meta.url);
const today = '2026-11-22';
const allSizes = [1_000, 3_000, 10_000, 30_000, 100_000];
const ownSize = Number(optionOf('--size'));

if (ownSize > 0) console.log(JSON.stringify(await measure(ownSize)));
else measureAll();

function measureAll(): void {
  const ranker = new URL('../.output/bench/ranker.mjs', import.meta.url);
  execFileSync(process.execPath, [fileURLToPath(new URL('build-ranker.ts', import.meta.url))]);
  if (!existsSync(ranker)) throw new Error('The engine was not bundled');
  const quick = process.argv.includes('--quick');
  const all = (quick ? [1_000, 10_000] : allSizes).map((size): Growth => {
    const args = ['--expose-gc', '--max-old-space-size=6000', file, '--size', String(size)];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Growth;
  });
  const figures = all.flatMap(figuresOf);
  const notes = [
    `Load of the machine meanwhile: ${loadavg()[0]?.toFixed(0)} on ${cpus().length} cores, so wall times are too long.`,
    'Processor time is that of the whole process; of a message, the mean of eight, and a slice that of its thread.',
    'Changes, and messages by the clock, are the quickest of three.',
    'Five phrasings an entry. A process each; memory is what the index adds to the entries.',
    'The build runs in slices of 12 ms, as in the brain.',
  ];
  reportFigures({ bench: 'engine-growth', browser: `Node ${process.version}`, figures, notes });
  if (!quick) writeFileSync(new URL('../docs/engine-growth.svg', import.meta.url), drawGrowth(all));
}

async function measure(size: number): Promise<Growth> {
  const { createEngine } = (await import('../.output/bench/ranker.mjs' as string)) as {
    readonly createEngine: CreateEngine;
  };
  const base = labelledBase(size);
  const entries = base.entries.map(({ id, title, questions: phrasings }) => {
    const kind = { smallTalk: false, language: 'en' } as const;
    return { base: 'bench', id, title, phrasings, answer: '', ...kind };
  });
  const before = await usedBytes();
  const engine = createEngine({ train: 'later' });
  let longestSlice: Taken = { cpuMs: 0, wallMs: 0 };
  const build = taken(() => {
    engine.put(entries);
    for (let isTrained = false; !isTrained; ) {
      const slice = takenHere(() => {
        const from = performance.now();
        while (!isTrained && performance.now() - from < 12) isTrained = engine.train(50_000);
      });
      longestSlice = longerOf(longestSlice, slice);
    }
  });
  const peakBytes = process.resourceUsage().maxRSS * 1024;

  const rank = (text: string) => engine.rank({ text, today }, { limit: 3 });
  const asked = base.queries.filter((_, at) => at % 5 === 0);
  const rankCpuMs = asked.map(({ text }) => meanCpuMs(() => rank(text)));
  const rankMs = asked.map(({ text }) => timed(() => rank(text)).wallMs);
  const questions = base.entries.slice(0, 400).flatMap((entry) => entry.questions);
  const longMessage = [...hostileMessages, questions.join('. ')]
    .map((text) => timed(() => rank(text)))
    .reduce(longerOf);
  const indexBytes = (await usedBytes()) - before;

  let parts: Uint8Array[] = [];
  const written = taken(() => {
    parts = [...(engine.snapshot() ?? [])];
  });
  const change = (from: number, count: number) =>
    timed((round) => {
      const changed = entries.slice(from + round * count, from + (round + 1) * count);
      engine.put(changed.map((entry) => ({ ...entry, title: `${entry.title} today` })));
      rank('where is my card');
    });
  const changedOne = change(0, 1);
  const changedHundred = change(3, 100);
  const restored = timed(() => {
    const restarted = createEngine({ train: 'later' });
    restarted.put(entries);
    const report = restarted.restore(parts);
    if (report.outcome !== 'restored') throw new Error(JSON.stringify(report));
    restarted.rank({ text: 'where is my card', today });
  });
  const snapshotBytes = parts.reduce((sum, part) => sum + part.length, 0);
  const taught = measureTaught(createEngine, entries, parts, base.queries);
  const changes = { changedOne, changedHundred, written, restored };
  const bytes = { snapshotBytes, indexBytes, peakBytes };
  return {
    size,
    build,
    longestSlice,
    rankCpuMs,
    rankMs,
    longMessage,
    ...changes,
    taught,
    ...bytes,
  };
}

function figuresOf(growth: Growth): Figure[] {
  const { size, rankCpuMs, rankMs, taught } = growth;
  const isMiddle = size === 10_000;
  const isLarge = size === 100_000;
  const aim = (middle: number, large: number) => (isMiddle ? middle : isLarge ? large : undefined);
  const named = (what: string) => `${what}, ${size.toLocaleString('en')} entries`;
  const one = (what: string, { cpuMs, wallMs }: Taken, atMost?: number) => [
    single(`  ${what}, processor time`, 'ms', cpuMs, 1, atMost),
    single(`  ${what}`, 'ms', wallMs, 1),
  ];
  const megabytes = (what: string, bytes: number, atMost?: number) =>
    single(what, 'MB', bytes / 2 ** 20, 1, atMost);
  return [
    spread(named('rank, processor time'), 'ms', rankCpuMs, aim(3, 20)),
    spread('  rank', 'ms', rankMs),
    ...one('slowest of nine hostile messages', growth.longMessage, 100),
    ...one('first build', growth.build, isMiddle ? 4_000 : undefined),
    ...one('its longest slice', growth.longestSlice, isMiddle || isLarge ? 20 : undefined),
    ...one('one entry changed', growth.changedOne),
    ...one('100 entries changed', growth.changedHundred, 100),
    ...one('snapshot written', growth.written),
    ...one('ready from the snapshot', growth.restored, aim(200, 2_000)),
    ...one('first pick', taught.firstPick),
    spread('  each of 499 more picks, processor time', 'ms', taught.pickCpuMs, 2),
    spread('  rank after 500 picks, processor time', 'ms', taught.rankCpuMs, aim(3, 20)),
    spread('  the same in five sentences', 'ms', taught.longRankCpuMs),
    ...one('100th-last pick taken back', taught.takenBack),
    ...one('what 500 picks made written', taught.keptWritten),
    ...one('what 500 picks made, ready after a restart', taught.restored),
    megabytes('  what 500 picks made', taught.keptBytes),
    megabytes('  snapshot', growth.snapshotBytes),
    megabytes('  index in memory', growth.indexBytes, isLarge ? 500 : undefined),
    megabytes('  whole process at its peak', growth.peakBytes),
  ];
}

/** The system counts it in steps longer than a message takes, so it is asked several times. */
function meanCpuMs(work: () => void): number {
  const times = 8;
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time++) work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000 / times;
}

function longerOf(one: Taken, other: Taken): Taken {
  return {
    cpuMs: Math.max(one.cpuMs, other.cpuMs),
    wallMs: Math.max(one.wallMs, other.wallMs),
  };
}

/** The quickest of three: what other work on the machine disturbed least. */
function timed(work: (round: number) => void): Taken {
  const rounds = [0, 1, 2].map((round) => taken(() => work(round)));
  return {
    cpuMs: Math.min(...rounds.map(({ cpuMs }) => cpuMs)),
    wallMs: Math.min(...rounds.map(({ wallMs }) => wallMs)),
  };
}

/** After what is no longer used is gone. */
async function usedBytes(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
