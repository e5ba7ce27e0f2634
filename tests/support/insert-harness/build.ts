import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const manifest = {
  manifest_version: 3,
  name: 'Insertion alone',
  version: '1',
  // Chromium takes the first, Firefox the second.
  background: { service_worker: 'worker.js', scripts: ['worker.js'] },
  content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
};

/** Builds an unpacked extension that holds nothing but the insertion cascade; gives its folder. */
export async function buildInsertHarness(): Promise<string> {
  const folder = resolve('.output/insert-harness');
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'content.ts'),
        formats: ['iife'],
        name: 'harness',
        fileName: () => 'content.js',
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(join(folder, 'worker.js'), '');
  return folder;
}
