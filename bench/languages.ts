import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { tableOf, writeSection } from './docs-section.ts';

/**
 * Asks our own small sets in other languages and writes the table in docs/engine.design.md; `--misses`
 * lists what was missed instead.
 */
const { module } = await runnerImport<typeof import('./other-languages.ts')>(
  fileURLToPath(new URL('other-languages.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const isTold = process.argv.includes('--misses');
const rows = module.measureLanguages((question, gold, shown) => {
  if (isTold) console.log(`${gold} <- ${question}\n    ${shown.join(', ')}`);
});

/** Hits at 1 and 3 in percent, alone and together, as this command told them before (commit 09d8ffc). */
const before: { readonly [name: string]: readonly [string, string] } = {
  de: ['56.7 / 83.3', '70.0 / 76.7'],
  fr: ['83.3 / 86.7', '83.3 / 86.7'],
  es: ['70.0 / 83.3', '80.0 / 86.7'],
  ru: ['86.7 / 93.3', '90.0 / 93.3'],
  ja: ['93.3 / 100.0', '86.7 / 90.0'],
  ko: ['36.7 / 56.7', '40.0 / 53.3'],
  th: ['96.7 / 96.7', '100.0 / 100.0'],
  mixed: ['96.7 / 96.7', '56.7 / 76.7'],
};
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

if (!isTold) {
  const hits = ({ asked, first, three }: (typeof rows)[number]['alone']) =>
    [first, three].map((count) => ((100 * count) / asked).toFixed(1)).join(' / ');
  const table = tableOf(
    ['hit@1 / hit@3', 'alone, before', 'alone', 'with all others, before', 'with all others'],
    rows.map(({ name, alone, together }) => [
      name === 'mixed' ? 'mixed' : (names.of(name) ?? name),
      before[name]?.[0] ?? '',
      hits(alone),
      before[name]?.[1] ?? '',
      hits(together),
    ]),
  );
  const node = `Node ${process.versions.node}`;
  writeSection('docs/engine.design.md', 'node bench/languages.ts', node, table);
}
