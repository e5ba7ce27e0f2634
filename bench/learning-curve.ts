// Plays picks to the engine and writes what it learned to docs/learning-curve.md and .svg.
//   npm run bench:learning
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { plotCurves } from './curve-plot.ts';
import { median, percentile } from './figures.ts';
import type { CurvePoint, LessonTime } from './pick-stream.ts';

const { module } = await runnerImport<typeof import('./pick-stream.ts')>(
  fileURLToPath(new URL('pick-stream.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const { learnAmong, playPicks, publicStream, sampleStream } = module;

/** The order decides by up to a point: three of them were too few to tell two engines apart. */
const seeds = [1, 2, 3, 4, 5, 6];
/** The share of wrong picks that the aims are for; with more of them the curve has to rise still. */
const aimedAt = 0.03;
const aims = new Map([
  [500, 83],
  [1_000, 88],
  [2_000, 91],
  [5_000, 95],
]);

const banking = publicStream('banking77');
const streams =
  banking === undefined
    ? [sampleStream('harbour-broadband'), sampleStream('kapok-mall')]
    : [banking];
const at =
  banking === undefined ? [0, 100, 250, 500, 1_000] : [0, 100, 250, 500, 1_000, 2_000, 5_000];

const curves = streams.flatMap((stream) =>
  [aimedAt, 0.05].map((wrong) => {
    const runs = seeds.map((seed) => playPicks(stream, { at, wrong, seed }));
    const points = meanOf(runs);
    const name = `${stream.name}, ${wrong * 100} % of the picks wrong`;
    console.log(name);
    const hasAims = wrong === aimedAt && banking !== undefined;
    for (const point of points) console.log(rowOf(point, hasAims));
    return { name, points, hasAims };
  }),
);

const [first] = streams;
const otherEntries = 10_000;
const timed = [
  ['the base alone', curves.flatMap(({ points }) => points.flatMap(({ times }) => times))],
  [
    `among ${otherEntries.toLocaleString('en')} other entries`,
    first === undefined ? [] : learnAmong(first, otherEntries, 500),
  ],
] as const;

const docs = (name: string) => new URL(`../docs/${name}`, import.meta.url);
writeFileSync(
  docs('learning-curve.svg'),
  plotCurves(curves, banking === undefined ? new Map() : aims),
);
writeFileSync(docs('learning-curve.md'), report());
console.log('Wrote docs/learning-curve.md');

/** Runs may end at different numbers of picks; only the points that all have are kept. */
function meanOf(runs: readonly (readonly CurvePoint[])[]): (CurvePoint & { least: number })[] {
  const [first = []] = runs;
  return first.flatMap((point) => {
    const same = runs.flatMap((run) => run.find(({ picks }) => picks === point.picks) ?? []);
    if (same.length < runs.length) return [];
    const mean = (field: 'messages' | 'hit1' | 'hit3') =>
      same.reduce((sum, each) => sum + each[field], 0) / same.length;
    return [
      {
        picks: point.picks,
        messages: mean('messages'),
        hit1: mean('hit1'),
        hit3: mean('hit3'),
        least: Math.min(...same.map(({ hit3 }) => hit3)),
        times: same.flatMap(({ times }) => times),
      },
    ];
  });
}

function rowOf(
  { picks, messages, hit1, hit3, least }: CurvePoint & { least: number },
  hasAims: boolean,
): string {
  const aim = hasAims ? aims.get(picks) : undefined;
  const verdict = aim === undefined ? '' : `${aim}${hit3 >= aim ? '' : ' (missed)'}`;
  return `| ${[picks, Math.round(messages), hit1.toFixed(1), hit3.toFixed(1), least.toFixed(1), verdict].join(' | ')} |`;
}

function timesOf([where, times]: readonly [string, readonly LessonTime[]]): string {
  const spreadOf = (list: number[]) =>
    `${median(list).toFixed(2)} / ${percentile(list, 0.95).toFixed(2)}`;
  const cpu = spreadOf(times.map((time) => time.cpu));
  return `| ${where} | ${times.length} | ${cpu} | ${spreadOf(times.map(({ wall }) => wall))} |`;
}

function report(): string {
  const tables = curves.map(
    ({ name, points, hasAims }) => `## ${name}

| picks | messages | hit@1 | hit@3 | least hit@3 | aim |
| ---: | ---: | ---: | ---: | ---: | ---: |
${points.map((point) => rowOf(point, hasAims)).join('\n')}
`,
  );
  return `# What picks teach

Written by \`npm run bench:learning\`; do not edit. Measured on ${new Date().toISOString().slice(0, 10)}.

Each entry starts with one phrasing. Messages come in random order; a pick is seen only when the
right entry is among the five in view (three cards and the first two related ones), and some picks
are wrong. Figures are in percent of messages that were never played, the mean of ${seeds.length} orders;
"least" is the worst of them.

![Hit@3 over picks](learning-curve.svg)

${tables.join('\n')}
## Time

What learning from one pick takes, median / 95th percentile in ms; the aim is 2. At the end ${loadavg()[0]?.toFixed(0)} processes ran or
waited for ${cpus().length} cores: the clock then tells of them too, the processor's time hardly.

| base | picks | processor | clock |
| --- | ---: | ---: | ---: |
${timed.map(timesOf).join('\n')}
`;
}
