import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** Prints what the wall between organisations costs a request, on each engine that is here. */
const { module } = await runnerImport<typeof import('./measure-wall.ts')>(
  fileURLToPath(new URL('measure-wall.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
console.table(await module.measureWall());
process.exit(0);
