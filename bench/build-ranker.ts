import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles the engine for plain Node as .output/bench/ranker.mjs, in the form that a ranking check
 * of labelled sets takes: `make(entries, language) -> { search(text, limit) -> [[id, score]] }`.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: '.output/bench',
    emptyOutDir: false,
    minify: false,
    target: 'es2023',
    lib: { entry: 'bench/ranker-entry.ts', formats: ['es'], fileName: () => 'ranker.mjs' },
  },
});
