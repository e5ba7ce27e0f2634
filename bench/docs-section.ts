import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

const busyBefore = loadavg()[0] ?? 0;

/** A table as it stands in the documents. */
export function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = heads.map((_, at) => (at === 0 ? '---' : '---:'));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Puts what a command measured into the place that a document keeps for it, and prints it. */
export function writeSection(file: string, command: string, browser: string, text: string): void {
  const start = `<!-- Written by ${command} -->`;
  const end = '<!-- until here -->';
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores, load average ${busyBefore.toFixed(0)} before it`;
  const section = `${start}\nMeasured on ${day} by \`${command}\`: ${browser}, ${machine}.\n\n${text}\n${end}`;
  console.log(section);
  const before = readFileSync(file, 'utf8');
  const from = before.indexOf(start);
  if (from < 0) throw new Error(`${file} keeps no place for ${command}`);
  const to = before.indexOf(end, from) + end.length;
  writeFileSync(file, before.slice(0, from) + section + before.slice(to));
}
