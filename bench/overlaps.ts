// Measures how long it takes to find the overlapping entries of a base of 10,000.
//   node bench/overlaps.ts
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { reportFigures, single } from './figures.ts';

const { module } = await runnerImport<typeof import('./overlaps-run.ts')>(
  fileURLToPath(new URL('overlaps-run.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const entries = 10_000;
const planted = 50;
const { ms, cpuMs, longestSliceMs, found } = module.measureOverlaps(entries, planted);
reportFigures({
  bench: 'overlaps',
  browser: `Node ${process.version}`,
  figures: [
    single(`overlapping entries of ${entries} found, processor time`, 'ms', cpuMs, 1, 10_000),
    single('  by the clock', 'ms', ms, 1),
    single('  longest step without a break', 'ms', longestSliceMs, 1),
    single('  planted contradictions found', '%', (100 * found) / planted, planted),
  ],
  notes: [
    `${loadavg()[0]?.toFixed(0)} processes ran or waited for ${cpus().length} cores: the clock tells of them too.`,
  ],
});
