// What the console script costs the console: its size, and the script time that it adds to the
// page while 3,000 messages come in, what it keeps of them, and what it adds to the time from a key
// or click to the next paint.
//   node bench/console-script.ts [--samples 5] [--json FILE]
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { flood } from '../tests/support/desk-page.ts';
import { findBrowser } from '../tests/support/find-browser.ts';
import { panelOf } from '../tests/support/panel.ts';
import { openBenchDesk, pause, within } from './bench-desk.ts';
import { type Figure, median, reportFigures, sampleCount, single } from './figures.ts';
import { type Interactions, interactionFigures, timeInteractions } from './interactions.ts';

const messages = 3_000;
const samples = sampleCount(5);
/** After the last message, so that what the console script puts off is counted too. */
const afterMs = 2_000;
const built = '.output/chrome-mv3/console.js';
const aims = {
  gzipKb: 25,
  addedScriptMs: 40,
  addedLongTasks: messages / 1_000,
  heapMb: 15,
  keptNodes: 0,
} as const;

type Cost = {
  readonly script: number;
  readonly task: number;
  readonly longTasks: number;
  /** Of what is left after the garbage is gone. */
  readonly heap: number;
  readonly nodes: number;
};

const desk = await openBenchDesk();
try {
  const plain = await openPlainBrowser();
  try {
    const runs = await pairs(plain, 'A flood', measureFlood);
    const interactions = await pairs(plain, 'Typing and clicking', measureInteractions);
    const ownMs = await within(120_000, 'A profile', profileFlood(desk.context));
    reportFigures({
      bench: 'console-script',
      browser: desk.version,
      figures: [
        sizeFigure(),
        ...costFigures(runs),
        ownFigure(ownMs),
        ...interactionFigures(interactions),
      ],
      notes: [
        'The panel is in a process of its own (checked); only the page is counted.',
        'Script and task time are processor time of the page, so that other work counts less.',
        'Heap and nodes are read after the garbage was collected, before the messages and at the end.',
        `Runs with and without alternate; ${afterMs / 1000} s after the last message count too.`,
        'Keys and clicks are timed while 20 messages a second come in, by the Event Timing API: in steps of 8 ms.',
      ],
    });
  } finally {
    await plain.close();
  }
} finally {
  await desk.close();
}

/** Measures with and without by turns, each first every other time. The first pair is warm-up. */
async function pairs<Result>(
  plain: BrowserContext,
  what: string,
  measure: (context: BrowserContext, withPanel: boolean) => Promise<Result>,
): Promise<{ readonly with: Result; readonly without: Result }[]> {
  const measureWith = () => within(120_000, what, measure(desk.context, true));
  const runs: { with: Result; without: Result }[] = [];
  for (let at = 0; at <= samples; at++) {
    const early = at % 2 === 0 ? await measureWith() : undefined;
    const without = await within(120_000, what, measure(plain, false));
    const run = { with: early ?? (await measureWith()), without };
    if (at > 0) runs.push(run);
  }
  return runs;
}

async function measureInteractions(
  context: BrowserContext,
  withPanel: boolean,
): Promise<Interactions> {
  const page = await openPage(context, withPanel);
  try {
    return await timeInteractions(page);
  } finally {
    await page.close();
  }
}

function sizeFigure(): Figure {
  const bytes = gzipSync(readFileSync(built), { level: 9 }).length;
  return single('console script, gzip', 'kB', bytes / 1000, 1, aims.gzipKb);
}

function costFigures(runs: readonly { with: Cost; without: Cost }[]): Figure[] {
  const of = (kind: 'with' | 'without', what: keyof Cost) =>
    median(runs.map((run) => run[kind][what]));
  const added = (what: keyof Cost) => of('with', what) - of('without', what);
  const count = runs.length;
  return [
    single('script time added', 'ms', added('script'), count, aims.addedScriptMs),
    single('  with', 'ms', of('with', 'script'), count),
    single('  without', 'ms', of('without', 'script'), count),
    single('task time added (a narrower page lays out otherwise)', 'ms', added('task'), count),
    single('  with', 'ms', of('with', 'task'), count),
    single('  without', 'ms', of('without', 'task'), count),
    single('long tasks added', 'count', added('longTasks'), count, aims.addedLongTasks),
    single('  with', 'count', of('with', 'longTasks'), count),
    single('  without', 'count', of('without', 'longTasks'), count),
    single('heap added by the messages', 'MB', added('heap'), count, aims.heapMb),
    single('nodes kept of the messages', 'count', added('nodes'), count, aims.keptNodes),
  ];
}

function ownFigure(ownMs: number): Figure {
  const what = "console script's own time, by sampling (waiting for the processor counts)";
  return single(what, 'ms', ownMs, 1);
}

async function openPlainBrowser(): Promise<BrowserContext & { close(): Promise<void> }> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium');
  const browser = await chromium.launch({
    executablePath,
    channel: 'chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  return Object.assign(context, { close: () => browser.close() });
}

/** A new page of the sample console, its panel up where there is one, at rest. */
async function openPage(context: BrowserContext, withPanel: boolean): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${desk.origin}/?story=off`);
  await page.bringToFront();
  if (withPanel) {
    const { frame } = await panelOf(page);
    // Throws when the frame shares the page's process: then the panel's time would be counted too.
    const session = await context.newCDPSession(frame);
    await session.detach();
  }
  await pause(1_000);
  return page;
}

async function measureFlood(context: BrowserContext, withPanel: boolean): Promise<Cost> {
  const page = await openPage(context, withPanel);
  try {
    const session = await context.newCDPSession(page);
    // The thread's own time: what other processes take of the processor meanwhile does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const read = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string) =>
        metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return {
        script: of('ScriptDuration') * 1000,
        task: of('TaskDuration') * 1000,
        heap: of('JSHeapUsedSize') / 1e6,
        nodes: of('Nodes'),
      };
    };
    await page.evaluate(() => {
      const counted = window as unknown as { benchLongTasks: number };
      counted.benchLongTasks = 0;
      new PerformanceObserver((list) => {
        counted.benchLongTasks += list.getEntries().length;
      }).observe({ type: 'longtask' });
    });
    const collect = () => session.send('HeapProfiler.collectGarbage');
    await collect();
    const before = await read();
    await flood(page, messages);
    await pause(afterMs);
    const after = await read();
    const longTasks = await page.evaluate(
      () => (window as unknown as { benchLongTasks: number }).benchLongTasks,
    );
    await collect();
    const left = await read();
    return {
      script: after.script - before.script,
      task: after.task - before.task,
      longTasks,
      heap: left.heap - before.heap,
      nodes: left.nodes - before.nodes,
    };
  } finally {
    await page.close();
  }
}

/** Time in the extension's own functions during one flood, in ms. What they call of the browser counts. */
async function profileFlood(context: BrowserContext): Promise<number> {
  const page = await openPage(context, true);
  try {
    const session = await context.newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 200 });
    await session.send('Profiler.start');
    await flood(page, messages);
    await pause(afterMs);
    const { profile } = await session.send('Profiler.stop');
    const parents = new Map<number, number>();
    for (const { id, children } of profile.nodes)
      for (const child of children ?? []) parents.set(child, id);
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const isOwn = (id: number | undefined): boolean =>
      id !== undefined &&
      (nodes.get(id)?.callFrame.url.startsWith('chrome-extension://') || isOwn(parents.get(id)));
    const { samples = [], timeDeltas = [] } = profile;
    let own = 0;
    samples.forEach((id, at) => {
      // A sample's time is that until the next one.
      if (isOwn(id)) own += timeDeltas[at + 1] ?? 0;
    });
    return own / 1000;
  } finally {
    await page.close();
  }
}
