import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** Prints how the engine ranks our own small sets in other languages; `--misses` lists the misses. */
const { module } = await runnerImport<typeof import('./other-languages.ts')>(
  fileURLToPath(new URL('other-languages.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const isTold = process.argv.includes('--misses');
const rows = module.measureLanguages((question, gold, shown) => {
  if (isTold) console.log(`${gold} <- ${question}\n    ${shown.join(', ')}`);
});
const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;
for (const { name, alone, together } of rows) {
  const show = (f: typeof alone) =>
    `${percent(f.first, f.asked)} / ${percent(f.three, f.asked)} (held ${f.heldBack})`;
  console.log(name.padEnd(6), 'alone', show(alone).padEnd(26), 'together', show(together));
}
