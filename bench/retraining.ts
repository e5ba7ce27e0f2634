// What it costs the brain to train the ranking anew from picks.
//   node bench/retraining.ts [--size ENTRIES]
// Each size is measured in a process of its own.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { type Figure, optionOf, reportFigures, single } from './figures.ts';
import { labelledBase } from './labelled-base.ts';

type Run = typeof import('./retraining-run.ts');
type Cost = Awaited<ReturnType<Run['measureRetraining']>>;

const file = fileURLToPath(import.meta.url);
const ownSize = Number(optionOf('--size'));
const ownPicks = Number(optionOf('--picks'));

if (ownPicks > 0) console.log(JSON.stringify(await measure(ownSize, ownPicks)));
else measureAll(ownSize > 0 ? [ownSize] : [2_000, 5_000, 10_000, 20_000]);

async function measure(size: number, picks: number): Promise<Cost> {
  const run = fileURLToPath(new URL('retraining-run.ts', import.meta.url));
  const { module } = await runnerImport<Run>(run, { configFile: false, logLevel: 'error' });
  return module.measureRetraining(labelledBase(size), picks);
}

function measureAll(sizes: readonly number[]): void {
  const figures = sizes.flatMap((size) =>
    [250, 1_500].flatMap((picks): Figure[] => {
      const args = [file, '--size', `${size}`, '--picks', `${picks}`];
      const told = execFileSync(process.execPath, args, { encoding: 'utf8' });
      const { trial, taken, roughMs, hits } = JSON.parse(told) as Cost;
      return [
        single(`${size} entries, ${picks} picks: the trial`, 'ms', trial.cpuMs, 1),
        single('  its longest step', 'ms', trial.longestMs, 1),
        single('  memory beside the rest', 'MB', trial.moreMb, 1),
        single('  hit@3 before', '%', (100 * hits.before) / hits.asked, hits.asked),
        single('  hit@3 after, or as it was', '%', (100 * hits.after) / hits.asked, hits.asked),
        ...(taken === undefined
          ? []
          : [
              single('  taken over', 'ms', taken.cpuMs, 1),
              single('    its longest step', 'ms', taken.longestMs, 1),
              single('    answers rough, by the clock', 'ms', roughMs, 1),
            ]),
      ];
    }),
  );
  reportFigures({
    bench: 'retraining',
    browser: `Node ${process.version}`,
    figures,
    notes: [
      'Processor time of the thread. Half of the picks are messages of a public set, half made of phrasings.',
      `${loadavg()[0]?.toFixed(0)} processes ran or waited for ${cpus().length} cores: the clock tells of them too.`,
    ],
  });
}
