// From the click on Publish in the Studio to the answer in another browser's open panel, over a real
// hub; writes its figures into docs/sync.design.md.
//   npm run bench:publish [-- --samples 30]   so many of each kind and engine
import { tableOf, writeSection } from './docs-section.ts';
import { median, percentile, sampleCount } from './figures.ts';
import { openPublishTeam, type PublishTeam } from './publish-team.ts';

const samples = sampleCount(30);
const warmUp = 2;
const aims = { p50: 250, p99: 1_000 } as const;
const rows: string[][] = [];
let browser = '';

for (const engine of ['pglite', 'postgres']) {
  const team = await openPublishTeam(engine);
  try {
    browser = team.version;
    // Taking a change over leaves the hand at the cards, where no new one may move them.
    const added = await timeNewAnswers(team);
    const changed = await timeChanges(team);
    rows.push(rowOf(engine, 'a changed answer', changed));
    rows.push(rowOf(engine, 'a new answer', added));
    rows.push(rowOf(engine, 'both', [...changed, ...added]));
  } finally {
    await team.close();
  }
}
const heads = ['hub', 'published', 'times', 'p50', 'p99', 'slowest', 'aims'];
writeSection('docs/sync.design.md', 'npm run bench:publish', browser, tableOf(heads, rows));

/** The answer of a card on screen: it is marked as changed, and the text taken over by a click. */
async function timeChanges(team: PublishTeam): Promise<number[]> {
  const title = 'Can the parcel be left with a neighbour called Zwicky';
  const answerOf = (at: number) => `Yes, with anybody who signs for it: ${at}.`;
  await team.write({ id: 'neighbour', title, answer: answerOf(0) });
  await team.ask(`${title}?`);
  await team.publish({ title });
  const times: number[] = [];
  for (let at = 1; at <= warmUp + samples; at++) {
    await team.write({ id: 'neighbour', title, answer: answerOf(at) });
    const took = await team.publish('changed');
    if ((await team.takeOver()) !== answerOf(at)) throw new Error('Another text was published');
    if (at > warmUp) times.push(took);
  }
  return times;
}

/** An answer to a question that stands unanswered on screen: its card. */
async function timeNewAnswers(team: PublishTeam): Promise<number[]> {
  const times: number[] = [];
  for (let at = 1; at <= warmUp + samples; at++) {
    const name = `Qu${String.fromCodePoint(97 + (at % 26), 97 + Math.floor(at / 26))}zzix`;
    const title = `Do you deliver to ${name} island`;
    await team.ask(`${title}?`);
    await team.write({ id: `island-${at}`, title, answer: `Yes, to ${name} by boat.` });
    const took = await team.publish({ title });
    if (at > warmUp) times.push(took);
  }
  return times;
}

function rowOf(engine: string, what: string, times: readonly number[]): string[] {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const p50 = median(times);
  const p99 = percentile(times, 0.99);
  const isMet = p50 <= aims.p50 && p99 < aims.p99;
  return [
    engine,
    what,
    String(times.length),
    ms(p50),
    ms(p99),
    ms(Math.max(...times)),
    isMet ? 'met' : 'missed',
  ];
}
