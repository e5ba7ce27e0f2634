// Writes docs/first-day.md and its pictures: `npm run first-day`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Step, walkFirstDay } from '../tests/support/first-day.ts';
import { palettePng } from './palette-png.ts';

const folder = 'docs/first-day';
mkdirSync(folder, { recursive: true });
const steps = await walkFirstDay(async ({ name }, page) => {
  writeFileSync(`${folder}/${name}.png`, palettePng(await page.screenshot()));
});

const sum = (of: (step: Step) => number) => steps.reduce((total, step) => total + of(step), 0);
const cells = (...all: (string | number)[]) => `| ${all.join(' | ')} |`;
const rows = steps.map(({ words, clicks, browserClicks, typed, ms }) =>
  cells(words, clicks, browserClicks, typed, `${(ms / 1000).toFixed(1)} s`),
);
const all = cells('**All**', sum(({ clicks }) => clicks), sum(({ browserClicks }) => browserClicks), sum(({ typed }) => typed), `${(sum(({ ms }) => ms) / 1000).toFixed(1)} s`);
writeFileSync(
  'docs/first-day.md',
  `# The first day

From the built folder to the first answer in the reply box, with 300 answers out of a spreadsheet.
Written by \`npm run first-day\`, which does every step in Chromium with the build that ships;
\`tests/e2e/first-day.test.ts\` walks the same way and fails when a count differs.

| what a person clicks | clicks in Cuecard | in the browser’s own windows | characters typed | the machine’s time |
|---|---|---|---|---|
${rows.join('\n')}
${all}

Installed from a store the first line is two clicks, and none where a company installs it by policy:
then it is ${sum(({ clicks, browserClicks }) => clicks + browserClicks) - 3} clicks to the first answer. Dropping the file on the panel saves three more, and a pinned
toolbar button one. The time is the machine’s own, here with a browser to start; people add theirs.
The browser’s own windows cannot be driven by a program: those clicks are counted as Chrome asks for
them.

${steps.map(({ name, words }, at) => `${at + 1}. ${words}\n\n   ![](first-day/${name}.png)`).join('\n\n')}
`,
);
console.log(rows.join('\n'));
