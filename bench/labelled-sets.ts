import { existsSync, readFileSync } from 'node:fs';
import { createEngine, type Engine } from '../lib/engine/engine';
import { loadSampleEngine, messageSets, readMessages } from './own-messages';

/** Messages with the entry that answers each, and an engine that knows the entries. */
export type LabelledSet = {
  readonly name: string;
  /** Phrasings an entry where they are fewer than five. */
  readonly few?: number;
  readonly base: string;
  readonly engine: Engine;
  readonly messages: readonly {
    readonly text: string;
    readonly gold: string | null;
    readonly also?: string;
  }[];
};

const publicSets: readonly (readonly [set: string, size: string])[] = [
  ['banking77', '5'],
  ['banking77', '20'],
  ['banking77', 'all'],
  ['banking50-nearoos', '5'],
  ['banking50-nearoos', '20'],
  ['clinc150', '5'],
  ['clinc150', '20'],
  ['clinc150', 'all'],
  ['hwu64', '20'],
];

/** With so few phrasings an entry confidences are measured apart. */
const fewSizes = [1, 2] as const;
const fewSets = ['banking77', 'banking50-nearoos', 'clinc150', 'hwu64', 'covidfaq-en'] as const;

const folder =
  process.env.RANK_DATA ?? new URL('../../shared/data/ranking', import.meta.url).pathname;
const lines = <Line>(file: string): Line[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Our own two sets, and the public ones where their folder is there (RANK_DATA). */
export function* labelledSets(): Generator<LabelledSet, void> {
  yield* ownSets();
  for (const [set, size] of publicSets) {
    yield* publicSet(set, size, { name: `${set}, ${size} phrasings` });
  }
  for (const few of fewSizes) {
    yield* ownSets(few);
    for (const set of fewSets) {
      // Of two phrasings there is no file: they are the first of three. Covid-FAQ has one of each.
      const size = set === 'covidfaq-en' ? 'all' : few === 1 ? '1' : '3';
      if (set === 'covidfaq-en' && few > 1) continue;
      yield* publicSet(set, size, { name: `${set}, ${phrasings(few)}`, few });
    }
  }
}

const phrasings = (count: number) => `${count} ${count === 1 ? 'phrasing' : 'phrasings'}`;

function* ownSets(few?: number): Generator<LabelledSet, void> {
  const engine = loadSampleEngine(few);
  for (const base of messageSets) {
    const messages = readMessages(base);
    const own = { name: `own: ${base}`, base, engine, messages };
    yield few === undefined ? own : { ...own, name: `${own.name}, ${phrasings(few)}`, few };
  }
}

function* publicSet(
  set: string,
  size: string,
  named: Pick<LabelledSet, 'name' | 'few'>,
): Generator<LabelledSet, void> {
  const entriesFile = `${folder}/${set}/kb.${size}.jsonl`;
  if (!existsSync(entriesFile)) return;
  const engine = createEngine();
  engine.put(
    lines<{ id: string; title: string; questions: string[] }>(entriesFile).map(
      ({ id, title, questions }) => ({
        base: set,
        id,
        title,
        phrasings: questions.slice(0, named.few),
        answer: '',
        smallTalk: false,
        language: 'en' as const,
      }),
    ),
  );
  const messages = lines<LabelledSet['messages'][number]>(`${folder}/${set}/queries.jsonl`);
  yield { ...named, base: set, engine, messages };
}
