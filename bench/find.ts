// From a query to the brain's results and back, in a real browser.
//   node bench/find.ts [--samples 100] [--json FILE]
import { askBrain, openBrainPage } from '../tests/support/load-samples.ts';
import { openBenchDesk, within } from './bench-desk.ts';
import { reportFigures, sampleCount, single, spread } from './figures.ts';
import { importBases, trained } from './import-bases.ts';
import { makeLargeBase } from './large-base.ts';

const aimMs = 50;
const size = 10_000;
const warmUp = 5;
const samples = sampleCount(100);
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
  await within(trainedWithinMs, 'The training', trained(brain));

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
  for (let at = 0; at < warmUp; at++) await find(queryAt(at));
  const asked: number[] = [];
  for (let at = 0; at < samples; at++) asked.push(await find(queryAt(at)));
  const pasted: number[] = [];
  for (const text of ['tablet '.repeat(11_000), '😀'.repeat(39_000), 'a'.repeat(10_000)]) {
    pasted.push(await find(text.slice(0, 79_000)));
  }
  reportFigures({
    bench: 'find',
    browser: desk.version,
    figures: [
      spread('query → results, brain there and back, 10,000 entries', 'ms', asked, aimMs),
      spread('a pasted page, 10,000 entries', 'ms', pasted, aimMs),
      single('first query after an import, 10,000 entries', 'ms', first, 1),
    ],
    notes: [],
  });
} finally {
  await desk.close();
}
