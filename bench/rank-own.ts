import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** Prints how the engine ranks the project's own labelled messages; `--misses` lists the misses. */
const { module } = await runnerImport<typeof import('./own-messages.ts')>(
  fileURLToPath(new URL('own-messages.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const { loadSampleEngine, measureMessages, messageSets, readMessages } = module;

const engine = loadSampleEngine();
const started = performance.now();
engine.rank({ text: '', today: '2026-11-22' });
console.log(`${engine.size} entries trained in ${Math.round(performance.now() - started)} ms`);
for (const set of messageSets) {
  const figures = measureMessages(engine, readMessages(set), (message, shown) => {
    if (process.argv.includes('--misses')) {
      console.log(`${message.gold} <- ${message.text.slice(0, 120)}\n    ${shown.join(', ')}`);
    }
  });
  console.log(set, figures);
}
