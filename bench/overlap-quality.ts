// Prints how many of the pairs that we wrote and labelled ourselves are told right: duplicates,
// contradictions, and look-alikes that are neither.
//   node bench/overlap-quality.ts [--misses]
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport<typeof import('./overlap-pairs.ts')>(
  fileURLToPath(new URL('overlap-pairs.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const percent = (part: number, whole: number) => ((100 * part) / (whole || 1)).toFixed(0);

for (const language of ['en', 'zh'] as const) {
  const { pairs, across } = module.measureOverlapQuality(language);
  for (const set of ['tuned', 'held back'] as const) {
    const own = pairs.filter((pair) => pair.set === set);
    console.log(`${language}, ${set}: ${own.length} pairs`);
    for (const kind of ['duplicate', 'contradiction'] as const) {
      const meant = own.filter((pair) => pair.kind === kind);
      const found = own.filter((pair) => pair.found === kind);
      const right = found.filter((pair) => pair.kind === kind).length;
      console.log(
        `  ${kind}: precision ${percent(right, found.length)} % (${right} of ${found.length}), recall ${percent(right, meant.length)} % (${right} of ${meant.length})`,
      );
    }
    if (!process.argv.includes('--misses') || set === 'held back') continue;
    for (const { kind, found, about, one, other } of own) {
      if (kind === found) continue;
      console.log(
        `    ${kind}, found ${found} (${about}): ${one.phrasings[0]} | ${other.phrasings[0]}`,
      );
    }
  }
  console.log(`${language}: ${across.length} entries of different pairs listed`);
  for (const { one, other } of across) console.log(`    ${one} | ${other}`);
}
