import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildOnce } from '../tests/support/build-once.ts';

const root = fileURLToPath(new URL('./console', import.meta.url));

/**
 * Builds the sample console as static files, and gives their folder. The pages use relative
 * addresses only, so it can be served from any path.
 */
export async function buildConsole(): Promise<string> {
  const outDir = resolve('.output/sample-console');
  await buildOnce(outDir, [root], async () => {
    await build({
      root,
      base: './',
      configFile: false,
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
    });
  });
  return outDir;
}
