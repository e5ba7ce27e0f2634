import { existsSync, readFileSync } from 'node:fs';
import { createEngine, type Engine, type EngineEntry } from '../lib/engine/engine';
import { seeded } from '../tests/support/seeded';
import { makeLargeBase } from './large-base';

/** A base of one phrasing an entry, the messages that customers then send, and others to measure by. */
export type PickStream = {
  readonly name: string;
  readonly entries: readonly EngineEntry[];
  readonly messages: readonly Labelled[];
  readonly queries: readonly Labelled[];
};
type Labelled = { readonly text: string; readonly gold: string };

type PublicEntry = { readonly id: string; readonly title: string; readonly questions: string[] };
type SampleFile = {
  readonly base: { readonly id: string; readonly language: 'en' | 'zh' };
  readonly entries: readonly Pick<EngineEntry, 'id' | 'title' | 'phrasings' | 'answer'>[];
};

const publicSets = new URL('../../shared/data/ranking/', import.meta.url);
const today = '2026-11-22';

const linesOf = <Line>(path: URL) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Undefined where the public sets are not at hand. */
export function publicStream(name: string): PickStream | undefined {
  const folder = new URL(`${name}/`, publicSets);
  if (!existsSync(folder)) return undefined;
  const read = (count: string) => linesOf<PublicEntry>(new URL(`kb.${count}.jsonl`, folder));
  const first = read('1');
  const known = new Set(first.flatMap(({ questions }) => questions));
  return {
    name,
    entries: first.map(({ id, title, questions }) => entryOf(name, 'en', id, title, questions)),
    messages: read('all').flatMap(({ id, questions }) =>
      questions.filter((text) => !known.has(text)).map((text) => ({ text, gold: id })),
    ),
    queries: linesOf<{ text: string; gold: string | null }>(
      new URL('queries.jsonl', folder),
    ).flatMap(({ text, gold }) => (gold === null ? [] : [{ text, gold }])),
  };
}

/** Of each entry of a sample base one phrasing is known, the others come as messages. */
export function sampleStream(name: string): PickStream {
  const read = (path: string) => new URL(`../${path}`, import.meta.url);
  const file = JSON.parse(readFileSync(read(`public/samples/${name}.json`), 'utf8')) as SampleFile;
  const { id: base, language } = file.base;
  return {
    name,
    entries: file.entries.map(({ id, title, phrasings }) =>
      entryOf(base, language, id, title, phrasings.slice(0, 1)),
    ),
    messages: file.entries.flatMap(({ id, phrasings }) =>
      phrasings.slice(1).map((text) => ({ text, gold: id })),
    ),
    queries: linesOf<{ text: string; gold: string | null }>(
      read(`tests/fixtures/ranking/${name}.jsonl`),
    ).flatMap(({ text, gold }) => (gold === null ? [] : [{ text, gold }])),
  };
}

function entryOf(
  base: string,
  language: 'en' | 'zh',
  id: string,
  title: string,
  phrasings: readonly string[],
): EngineEntry {
  return { base, id, title, phrasings, answer: '', smallTalk: false, language };
}

/** In ms: by the clock, and of the processor, which other work on the machine does not change. */
export type LessonTime = { readonly wall: number; readonly cpu: number };

export type CurvePoint = {
  readonly picks: number;
  /** Messages until then, with those whose answer was not in view. */
  readonly messages: number;
  /** In percent of the queries. */
  readonly hit1: number;
  readonly hit3: number;
  /** What each lesson since the last point took. */
  readonly times: readonly LessonTime[];
};

/**
 * Plays the messages to an agent who sees five entries and picks the right one if it is there,
 * by mistake another in `wrong` of the cases.
 */
export function playPicks(
  stream: PickStream,
  options: { readonly at: readonly number[]; readonly wrong: number; readonly seed: number },
): CurvePoint[] {
  const random = seeded(options.seed);
  const engine = createEngine();
  engine.put(stream.entries);
  const points: CurvePoint[] = [];
  let picks = 0;
  let played = 0;
  let times: LessonTime[] = [];
  const note = () => {
    points.push({ picks, messages: played, ...measure(engine, stream.queries), times });
    times = [];
  };
  if (options.at.includes(0)) note();
  for (const { text, gold } of shuffled(stream.messages, random)) {
    const last = options.at.at(-1) ?? 0;
    if (picks >= last) break;
    played++;
    const view = topOf(engine, text, 5);
    if (!view.includes(gold)) continue;
    const others = view.filter((id) => id !== gold);
    const isWrong = random() < options.wrong && others.length > 0;
    const id = isWrong ? (others[Math.floor(random() * others.length)] ?? gold) : gold;
    const base = stream.entries[0]?.base ?? '';
    times.push(
      timeOf(() => engine.learn({ id: `${played}`, kind: 'pick', text, entry: { base, id } })),
    );
    picks++;
    if (options.at.includes(picks)) note();
  }
  if (points.at(-1)?.picks !== picks) note();
  return points;
}

/** How long single lessons take when the base stands among so many other entries. */
export function learnAmong(stream: PickStream, others: number, picks: number): LessonTime[] {
  const { entries } = JSON.parse(makeLargeBase('en', others).content) as SampleFile;
  const engine = createEngine();
  engine.put(
    entries.map(({ id, title, phrasings }) => entryOf('large', 'en', id, title, phrasings)),
  );
  engine.put(stream.entries);
  topOf(engine, '', 1);
  const base = stream.entries[0]?.base ?? '';
  return shuffled(stream.messages, seeded(1))
    .slice(0, picks)
    .map(({ text, gold }, at) =>
      timeOf(() => engine.learn({ id: `${at}`, kind: 'pick', text, entry: { base, id: gold } })),
    );
}

function timeOf(work: () => void): LessonTime {
  const usage = process.cpuUsage();
  const started = performance.now();
  work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(usage);
  return { wall, cpu: (user + system) / 1_000 };
}

function topOf(engine: Engine, text: string, count: number): string[] {
  const { suggestions, related } = engine.rank({ text, today }, { limit: 3 });
  return [...suggestions, ...related].slice(0, count).map(({ id }) => id);
}

function measure(engine: Engine, queries: readonly Labelled[]) {
  let hit1 = 0;
  let hit3 = 0;
  for (const { text, gold } of queries) {
    const top = topOf(engine, text, 3);
    if (top[0] === gold) hit1++;
    if (top.includes(gold)) hit3++;
  }
  const percent = (hits: number) => (100 * hits) / (queries.length || 1);
  return { hit1: percent(hit1), hit3: percent(hit3) };
}

function shuffled<Each>(list: readonly Each[], random: () => number): Each[] {
  const order = list.map((each) => ({ each, by: random() }));
  return order.sort((one, other) => one.by - other.by).map(({ each }) => each);
}
