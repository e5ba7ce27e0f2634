import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** Prints how the engine ranks and cuts the project's own labelled messages; `--misses` lists the misses. */
const { module } = await runnerImport<typeof import('./own-messages.ts')>(
  fileURLToPath(new URL('own-messages.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const { loadSampleEngine, measureMessages, messageSets, readMessages, readNearStrays } = module;
const { module: questions } = await runnerImport<typeof import('./own-questions.ts')>(
  fileURLToPath(new URL('own-questions.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const { measureQuestions, readAsked, readRanked } = questions;

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
  const { unanswerable, noDirect, silent } = measureMessages(engine, readNearStrays(set));
  console.log(`${set}: questions of the same trade without an entry`, {
    unanswerable,
    noDirect,
    silent,
  });
  for (const [name, messages] of [
    ['for ranking', readRanked(set)],
    ['tuned', readAsked(set, 'tuned')],
    ['held back', readAsked(set, 'held back')],
  ] as const) {
    const cut = measureQuestions(engine, messages, ({ text }, groups) => {
      // What is held back stays unread.
      if (!process.argv.includes('--misses') || name === 'held back') return;
      console.log(`${text}\n    ${groups.join(', ')}`);
    });
    console.log(`${set}: questions of the messages ${name}`, cut);
  }
}
