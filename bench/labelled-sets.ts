import { existsSync, readFileSync } from 'node:fs';
import { createEngine, type Engine } from '../lib/engine/engine';
import { loadSampleEngine, messageSets, readMessages } from './own-messages';

/** Messages with the entry that answers each, and an engine that knows the entries. */
export type LabelledSet = {
  readonly name: string;
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

const folder =
  process.env.RANK_DATA ?? new URL('../../shared/data/ranking', import.meta.url).pathname;
const lines = <Line>(file: string): Line[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Our own two sets, and the public ones where their folder is there (RANK_DATA). */
export function* labelledSets(): Generator<LabelledSet, void> {
  const own = loadSampleEngine();
  for (const base of messageSets) {
    yield { name: `own: ${base}`, base, engine: own, messages: readMessages(base) };
  }
  for (const [set, size] of publicSets) {
    const entriesFile = `${folder}/${set}/kb.${size}.jsonl`;
    if (!existsSync(entriesFile)) continue;
    const engine = createEngine();
    engine.put(
      lines<{ id: string; title: string; questions: string[] }>(entriesFile).map(
        ({ id, title, questions }) => ({
          base: set,
          id,
          title,
          phrasings: questions,
          answer: '',
          smallTalk: false,
          language: 'en' as const,
        }),
      ),
    );
    const messages = lines<LabelledSet['messages'][number]>(`${folder}/${set}/queries.jsonl`);
    yield { name: `${set}, ${size} phrasings`, base: set, engine, messages };
  }
}
