// Measures the hub and writes its figures into docs/sync.design.md.
//   npm run bench:hub [-- 1000 10000]   with this many streams; nginx where it is installed
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Row } from './hub-run.ts';

const docs = 'docs/sync.design.md';
const given = process.argv.slice(2).map(Number);
const { module } = await runnerImport<typeof import('./hub-run.ts')>(
  fileURLToPath(new URL('hub-run.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const busy = loadavg()[0] ?? 0;
const { fanOut, requests } = await module.measureHubs(given.length > 0 ? given : [1_000]);

const table = (heads: Row, rows: readonly Row[]) =>
  [heads, heads.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
const section = `<!-- Written by npm run bench:hub -->
Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench:hub\`: ${cpus().length} cores, shared\nwith other work (load average ${busy.toFixed(0)} before it); the load comes from the same cores, as do PostgreSQL
and nginx.

${table(['publish → streams', 'streams', 'opened in', 'p50', 'p99', 'slowest', 'memory of the hub'], fanOut)}

${table(['32 connections', 'request', 'a second', 'p50', 'p99'], requests)}
<!-- until here -->`;
console.log(section);
const text = readFileSync(docs, 'utf8');
writeFileSync(
  docs,
  text.replace(/<!-- Written by npm run bench:hub[\s\S]*?<!-- until here -->/, () => section),
);
