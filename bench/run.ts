// Runs the speed benches one after another and writes their figures to docs/bench.md.
//   node bench/run.ts [find …]   only these; the other sections stay as they are
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { cellsOf, headings, type Report } from './figures.ts';

const benches = [
  'message-to-cards',
  'find',
  'console-script',
  'panel-ready',
  'writing',
  'engine-growth',
  'overlaps',
];
const builds = [[], ['--mode', 'demo']];
const wanted = process.argv.slice(2);
const docs = join('docs', 'bench.md');
const folder = join('.output', 'bench');
const shell = process.platform === 'win32';

mkdirSync(folder, { recursive: true });
for (const options of builds) run('npx', ['--no-install', 'wxt', 'build', ...options]);

const before = readFileSync(docs, 'utf8').split(/\n(?=## )/);
const kept = new Map(before.slice(1).map((section) => [section.split(/[ \n]/)[1], section]));
const sections = benches.flatMap((bench) => {
  if (wanted.length > 0 && !wanted.includes(bench)) return kept.get(bench) ?? [];
  const file = join(folder, `${bench}.json`);
  run(process.execPath, [`bench/${bench}.ts`, '--json', file]);
  return sectionOf(JSON.parse(readFileSync(file, 'utf8')) as Report);
});
writeFileSync(docs, `${wanted.length > 0 ? before[0] : head()}\n${sections.join('\n')}`);
console.log('Wrote docs/bench.md');
// The engine beside its peers has a page of its own, docs/engine.peers.md.
if (wanted.length === 0 || wanted.includes('peers')) run(process.execPath, ['bench/peers.ts']);

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell });
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
}

function head(): string {
  const [processor] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const { platform, arch } = process;
  return `# Speed, as measured

Written by \`node bench/run.ts\`; do not edit. Measured on
${new Date().toISOString().slice(0, 10)}: ${processor?.model.trim()}, ${cpus().length} cores, ${gigabytes} GB, ${platform} ${arch},
headless, without a graphics card. Other work on the machine makes the figures worse, above all p95.
An aim is for p95 where there is one. A bench fails on an error, never on a slow machine.
`;
}

function sectionOf({ bench, browser, figures, notes }: Report): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = headings.map((_, at) => (at === 0 ? '---' : '---:'));
  // Two spaces stand for "part of the line above".
  const cells = figures.map((figure) =>
    cellsOf(figure).map((cell, at) => (at === 0 ? cell.replace(/^ {2}/, '– ') : cell)),
  );
  const table = [headings, rule, ...cells].map(line).join('\n');
  const remarks = notes.map((note) => `- ${note}\n`).join('');
  const command = `\`node bench/${bench}.ts\`, ${browser}`;
  return `## ${bench}\n\n${command}\n\n${table}\n${remarks === '' ? '' : `\n${remarks}`}`;
}
