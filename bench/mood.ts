import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * Prints how well moods are read from the project's own labelled messages; `--misses` lists the
 * misses of the development half, never those of the half held back.
 */
const { module } = await runnerImport<typeof import('./own-moods.ts')>(
  fileURLToPath(new URL('own-moods.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const { measureLearnedMoods, measureMoods, moodHalves, moodLanguages, moodOf, readMoods } = module;

const percent = (share: number) => (100 * share).toFixed(1);
for (const language of moodLanguages) {
  for (const half of moodHalves) {
    const figures = measureMoods(readMoods(language, half), (message) => {
      const { mood, words } = moodOf(message.text);
      if (mood !== message.mood && half === 'development' && process.argv.includes('--misses')) {
        const shown = words.map((word) => `${word.text} (${word.mood})`).join(', ');
        console.log(`${message.mood}, read as ${mood}: ${message.text}\n    ${shown}`);
      }
      return mood;
    });
    const { macroF1, accuracy } = figures;
    console.log(`${language} ${half}: macro-F1 ${percent(macroF1)}, right ${percent(accuracy)}`);
    const f1 = Object.entries(figures.f1).map(([mood, share]) => `${mood} ${percent(share)}`);
    console.log(`    F1 ${f1.join(', ')}`);
    if (half === 'all') console.table(figures.confusion);
  }
  const { macroF1 } = measureLearnedMoods(language);
  console.log(`${language} held-back, learned from the development half: ${percent(macroF1)}`);
}
