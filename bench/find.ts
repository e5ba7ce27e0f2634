// From a query to the brain's results and back, in a real browser.
//   node bench/find.ts [--samples 100] [--json FILE]
import Fuse from 'fuse.js';
import { askBrain, openBrainPage } from '../tests/support/load-samples.ts';
import { openBenchDesk, within } from './bench-desk.ts';
import { median, reportFigures, sampleCount, single, spread } from './figures.ts';
import { importBases, trained } from './import-bases.ts';
import { makeLargeBase } from './large-base.ts';

const aimMs = 50;
const size = 10_000;
const warmUp = 5;
const samples = sampleCount(100);
/** Each takes seconds. */
const plainSamples = 8;
const trainedWithinMs = 180_000;

const desk = await openBenchDesk({ samples: 'none' });
try {
  const brain = await openBrainPage(desk.context, desk.extensionId);
  await askBrain(brain, 'settings.change', { language: 'en' });
  const bases = (['en', 'zh'] as const).map((language) => makeLargeBase(language, size / 2));
  await importBases(
    brain,
    bases.map(({ content }) => content),
  );
  const find = (query: string) =>
    brain.evaluate(
      (query) =>
        new Promise<number>((resolve) => {
          const { port } = new SharedWorker('/brain.js', { name: 'cuecard-brain' });
          port.onmessage = ({ data }) => {
            if (data?.id !== 1) return;
            port.close();
            resolve(performance.now() - askedAt);
          };
          const askedAt = performance.now();
          port.postMessage({ id: 1, call: 'entries.find', params: { query, limit: 20 } });
        }),
      query,
    );
  const queryAt = (at: number) => (bases[at % 2]?.ask(at).text ?? '').slice(0, 4 + (at % 20));
  const first = await find(queryAt(0));
  const early: number[] = [];
  for (let at = 0; at < samples / 4; at++) early.push(await find(queryAt(at)));
  await within(trainedWithinMs, 'The training', trained(brain));
  for (let at = 0; at < warmUp; at++) await find(queryAt(at));
  const asked: number[] = [];
  for (let at = 0; at < samples; at++) asked.push(await find(queryAt(at)));
  const pasted: number[] = [];
  for (const text of ['tablet '.repeat(11_000), '😀'.repeat(39_000), 'a'.repeat(10_000)]) {
    pasted.push(await find(text.slice(0, 79_000)));
  }
  const plain = timePlainFuse();
  const ratio = median(plain) / median(asked);
  reportFigures({
    bench: 'find',
    browser: desk.version,
    figures: [
      spread('query → results, brain there and back, 10,000 entries', 'ms', asked, aimMs),
      spread('a pasted page, 10,000 entries', 'ms', pasted, aimMs),
      single('first query after an import, 10,000 entries', 'ms', first, 1),
      spread('queries while it is indexed and trained, 10,000 entries', 'ms', early),
      spread('plain fuse.js token search over the same texts, in Node', 'ms', plain),
    ],
    notes: [
      `Find takes 1/${Math.round(ratio)} of the time that fuse.js alone takes, the way to the brain and back counted in.`,
      'A query while it trains waits for a slice of the training, and of the indexing; the first one may wait for the ranking to take in all entries.',
    ],
  });

  /** What Find would take without an index of its own. */
  function timePlainFuse(): number[] {
    type Made = { title: string; phrasings: string[]; answer: string };
    const entries = bases.flatMap(
      ({ content }) => (JSON.parse(content) as { entries: Made[] }).entries,
    );
    const fuse = new Fuse(entries, {
      keys: ['title', 'phrasings', 'answer'],
      ignoreLocation: true,
      threshold: 0.4,
      useTokenSearch: true,
    });
    return Array.from({ length: plainSamples }, (_, at) => {
      const startedAt = performance.now();
      fuse.search(queryAt(at), { limit: 20 });
      return performance.now() - startedAt;
    });
  }
} finally {
  await desk.close();
}
