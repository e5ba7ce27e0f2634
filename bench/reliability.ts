// Measures how far confidences can be believed, and writes docs/reliability.md and its picture.
//   node bench/reliability.ts          RANK_DATA names the folder of the public sets
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const load = async <Module>(file: string) =>
  (
    await runnerImport<Module>(fileURLToPath(new URL(file, import.meta.url)), {
      configFile: false,
      logLevel: 'error',
    })
  ).module;
const { labelledSets } = await load<typeof import('./labelled-sets.ts')>('labelled-sets.ts');
const { measureReliability, sharedErrors } =
  await load<typeof import('./measure-reliability.ts')>('measure-reliability.ts');
const { reliabilityPicture } =
  await load<typeof import('./reliability-picture.ts')>('reliability-picture.ts');

const measured: ReturnType<typeof measureReliability>[] = [];
for (const set of labelledSets()) {
  const figures = measureReliability(set);
  measured.push(figures);
  console.log(figures.name, figures.shipped, figures.corrected, figures.silent, figures.heldBack);
}

const percent = (share: number) => (Number.isNaN(share) ? '–' : (100 * share).toFixed(1));
const error = (share: number) => share.toFixed(3);
const many = measured.filter(({ few }) => few === undefined);
const rows = (sets: typeof measured) =>
  sets
    .map(
      ({ name, messages, shipped, corrected, ...shares }) =>
        `| ${name} | ${messages} | ${error(shipped.first)} | ${error(shipped.three)} | ${error(corrected.first)} | ${error(corrected.three)} | ${percent(shares.noDirect)} | ${percent(shares.silent)} | ${percent(shares.heldBack)} | ${percent(shares.direct)} | ${percent(shares.directRight)} |`,
    )
    .join('\n');
const meanFirst = (sets: typeof measured) =>
  error(sets.reduce((sum, { shipped }) => sum + shipped.first, 0) / sets.length);
const head = `| set | messages | shipped, first card | first three | corrected, first card | first three | no direct, % | no card, % | held back, % | direct, % | of these right, % |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`;
/** The same base twice: of BANKING77's messages all have an answer, of BANKING50's two thirds. */
const isPair = (name: string, size: number) =>
  /^banking/.test(name) && name.endsWith(`, ${size} phrasings`);
const pairs = [5, 20].map((size) => sharedErrors(many.filter(({ name }) => isPair(name, size))));
const others = many.filter(({ name }) => !isPair(name, 5) && !isPair(name, 20));
const least = [...pairs.flat(), ...others.flatMap((set) => sharedErrors([set]))];
const leastMean = least.reduce((sum, one) => sum + one, 0) / least.length;
const gigabytes = Math.round(totalmem() / 2 ** 30);
writeFileSync(
  'docs/reliability.md',
  `# How far a confidence can be believed

Written by \`node bench/reliability.ts\`; do not edit. Measured on
${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores, ${gigabytes} GB.

Expected calibration error: the mean distance between the confidence that cards show and how often
they are right, over tenths of confidence. "Shipped": the fit that comes with the engine, the same
for every base. Its 7 numbers were fitted on half of the messages of these 11 sets, each with the same
weight: there the mean error was 0.070 (first card) and 0.033 (first three), on data sets that a fit had
not seen 0.083 and 0.040. "Corrected": each half of a set with the base's own correction from the outcomes
of the other half, as picks and rejections give it.
With 200 messages, as in our own sets, chance alone makes about 0.05 of first cards' error.

"No direct" and "no card": of the messages that no entry answers. "Held back": of the messages whose
answer is among the best three, those that got no card.

${head}
${rows(many)}

Mean of the shipped errors of first cards: ${meanFirst(many)}. How many messages will be strays no base
knows before it is used, and BANKING77 and BANKING50 are as good as one base with few of them and with many.
One correction for both, fitted on these same outcomes of both, leaves ${pairs
    .map((pair) => pair.map(error).join(' and '))
    .join(' (5 phrasings), ')} (20).
With that, and for every other set one fitted on its own outcomes, the mean is ${error(leastMean)}: about so
far can confidences come without outcomes, however much a base knew of itself.

With one or two phrasings an entry the fit takes off what it is too sure there (\`calibrate\` in
[engine.design.md](engine.design.md)); Covid-FAQ had no part in finding how much.

${head}
${rows(measured.filter(({ few }) => few !== undefined))}

Mean of the shipped errors of first cards: ${[1, 2]
    .map((count) => `${meanFirst(measured.filter(({ few }) => few === count))} with ${count}`)
    .join(', ')} an entry.

![Confidence said against how often it was right](pictures/reliability.svg)
`,
);
writeFileSync('docs/pictures/reliability.svg', reliabilityPicture(many));
console.log('Wrote docs/reliability.md');
