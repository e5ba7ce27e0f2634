import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds the sample console as static files. What was in `outDir` before is removed. The pages use
 * relative addresses only, so the folder can be served from any path.
 */
export async function buildConsole(outDir: string): Promise<void> {
  await build({
    root: fileURLToPath(new URL('./console', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  });
}
