// The engine beside the search libraries that web apps use, on the same messages in one run.
//   node bench/peers.ts [--largest 10000] [--quick]
// Writes docs/engine.peers.md, unless it is quick. A process for each engine and set.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { optionOf, percentile } from './figures.ts';
import { type LabelledBase, labelledBase, naturalBases } from './labelled-base.ts';
import { peers } from './peer-engines.ts';

type Measured = {
  readonly hit1: number;
  readonly hit3: number;
  readonly p50: number;
  readonly p95: number;
  readonly queries: number;
  readonly buildMs: number;
  readonly bytes: number;
};

const quick = process.argv.includes('--quick');
const largest = Number(optionOf('--largest') ?? (quick ? 10_000 : 100_000));
const sizes = [10_000, 100_000].filter((size) => size <= largest);
const sets = [...naturalBases().map((_, at) => `natural ${at}`), ...sizes.map(String)];
/** The next message is asked only within this time; of slow engines we hear fewer. */
const askedWithinMs = 5_000;
const leastAsked = 3;
const mostAsked = 300;
const longestRunMs = 150_000;
const slowMs = 200;
/** Of fewer messages a share of hits says nothing. */
const fewestCounted = 50;
/** Who takes longer for a message is not asked about ten times as many entries. */
const hopelessMs = 1_500;
const seconds = (ms: number) => (ms / 1_000).toFixed(0);
const file = fileURLToPath(import.meta.url);
const heading = [
  '| engine | hit@1 | hit@3 | p50 ms | p95 ms | messages | build s | memory MB |',
  '|---|---:|---:|---:|---:|---:|---:|---:|',
];

const peer = optionOf('--peer');
const set = optionOf('--set');
function baseOf(name: string): LabelledBase {
  const [natural, at] = name.split(' ');
  const base = at === undefined ? labelledBase(Number(natural)) : naturalBases()[Number(at)];
  if (base === undefined) throw new Error(`No set ${name}`);
  return base;
}

function runAll(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('build-ranker.ts', import.meta.url))]);
  const tables: string[] = [];
  const slowBefore = new Map<string, string>();
  for (const name of sets) {
    const rows = Object.keys(peers).map((engine) => {
      const slow = slowBefore.get(engine);
      if (slow !== undefined) return `| ${engine} | not asked: ${slow} |||||||`;
      const measured = measureApart(engine, name);
      if (measured !== undefined && measured.p50 > hopelessMs) {
        slowBefore.set(
          engine,
          `a message took ${seconds(measured.p50)} s with ${baseOf(name).entries.length.toLocaleString('en')} entries`,
        );
      }
      const row = rowOf(engine, measured);
      console.log(`${name}: ${row}`);
      return row;
    });
    tables.push(`## ${baseOf(name).name}\n\n${[...heading, ...rows].join('\n')}\n`);
    if (quick) continue;
    writeFileSync(
      new URL('../docs/engine.peers.md', import.meta.url),
      `${head()}\n${tables.join('\n')}`,
    );
  }
}

/** Undefined when it ran out of time or memory. */
function measureApart(engine: string, name: string): Measured | undefined {
  const args = ['--expose-gc', '--max-old-space-size=6000', file, '--peer', engine, '--set', name];
  try {
    const output = execFileSync(process.execPath, quick ? [...args, '--quick'] : args, {
      encoding: 'utf8',
      timeout: longestRunMs,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(output) as Measured;
  } catch {
    return undefined;
  }
}

async function measure(engine: string, { entries, queries }: LabelledBase): Promise<Measured> {
  const make = peers[engine];
  if (make === undefined) throw new Error(`No engine ${engine}`);
  const before = await usedBytes();
  const builtFrom = processorMs();
  const search = await make(entries);
  const buildMs = processorMs() - builtFrom;
  const bytes = (await usedBytes()) - before;
  const step = Math.max(1, Math.floor(queries.length / mostAsked));
  const spread = queries.filter((_, at) => at % step === 0).slice(0, mostAsked);
  const timedSearch = async (text: string) => {
    const from = performance.now();
    const found = await search(text, 3);
    return { found, ms: performance.now() - from };
  };
  const times: number[] = [];
  let hit1 = 0;
  let hit3 = 0;
  const startedAt = performance.now();
  for (const { text, gold } of scattered(spread)) {
    const isLate = performance.now() - startedAt > askedWithinMs;
    if (isLate && times.length >= leastAsked) break;
    const first = await timedSearch(text);
    const { found } = first;
    // The quickest of three: what other work on the machine disturbed less.
    const again = [first.ms];
    while (again.length < 3 && first.ms <= slowMs) again.push((await timedSearch(text)).ms);
    times.push(Math.min(...again));
    const place = found.indexOf(gold);
    if (place === 0) hit1++;
    if (place >= 0) hit3++;
  }
  const percent = (hits: number) => (100 * hits) / times.length;
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  const queriesAsked = { queries: times.length, buildMs, bytes };
  return { hit1: percent(hit1), hit3: percent(hit3), p50, p95, ...queriesAsked };
}

/** Neighbours in a set are of one entry; whoever is heard only in part must hear of many. */
function scattered<T>(list: readonly T[]): T[] {
  const far = 97;
  const order = Array.from({ length: far }, (_, from) => list.filter((_, at) => at % far === from));
  return order.flat();
}

function rowOf(engine: string, measured: Measured | undefined): string {
  if (measured === undefined) {
    return `| ${engine} | did not finish in ${longestRunMs / 60_000} min or 6 GB ||||||| `.trim();
  }
  const { hit1, hit3, p50, p95, queries, buildMs, bytes } = measured;
  const hits = [hit1, hit3].map((hit) => (queries < fewestCounted ? '–' : hit.toFixed(1)));
  const cells = [...hits, p50.toFixed(1), p95.toFixed(1), queries];
  const costs = [(buildMs / 1_000).toFixed(1), (bytes / 2 ** 20).toFixed(0)];
  return `| ${engine} | ${[...cells, ...costs].join(' | ')} |`;
}

function head(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `# The engine beside search libraries

Written by \`node bench/peers.ts\`; do not edit. Measured on ${day}, ${cpus().length} cores, ${gigabytes} GB, Node ${process.version}.
Builds are processor time of their thread, messages the quickest of three. Memory is what an index adds to the entries. The libraries are set up as their documentation shows (bench/peer-engines.ts),
with one document an entry. Slow ones are asked fewer messages (${askedWithinMs / 1_000} s each), and
hits of fewer than ${fewestCounted} are not counted.
The larger sets are BANKING77 with 5 phrasings an entry among entries made of other sets' sentences.
`;
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
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

if (peer !== undefined && set !== undefined) {
  console.log(JSON.stringify(await measure(peer, baseOf(set))));
} else runAll();
