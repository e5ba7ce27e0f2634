import { existsSync, readFileSync } from 'node:fs';
import { seeded } from '../tests/support/seeded.ts';
import { makeLargeBase } from './large-base.ts';

/** An entry of a labelled set, in the form that bench/ranker-entry.ts takes. */
export type LabelledEntry = {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
};
export type LabelledBase = {
  readonly name: string;
  readonly entries: readonly LabelledEntry[];
  readonly queries: readonly { readonly text: string; readonly gold: string }[];
};

type Query = { readonly text: string; readonly gold: string | null };

const phrasingsPerEntry = 5;
const root = new URL('../', import.meta.url);
/** Public labelled sets beside the checkout. They do not come with it. */
const shared = new URL('../shared/data/ranking/', root);
const distractorSets = ['clinc150', 'hwu64', 'covidfaq-en', 'stackfaq-gen-en'];

/**
 * Labelled messages for `size` entries with five phrasings each: those of one set, and around them
 * entries made of sentences from others. Where the public sets are missing, the project's own
 * sample base and made-up sentences stand in; the figures of the two do not compare.
 */
export function labelledBase(size: number): LabelledBase {
  const own = hasPublicSets() ? publicSet('banking77', '5') : sampleSet();
  const distractors = hasPublicSets() ? publicSentences() : madeUpSentences();
  return {
    ...own,
    name: `${own.name} among ${size.toLocaleString('en')}`,
    entries: [...own.entries, ...around(distractors, Math.max(0, size - own.entries.length))],
  };
}

/** Sets in the size in which they come. */
export function naturalBases(): LabelledBase[] {
  if (!hasPublicSets()) return [sampleSet()];
  return [publicSet('banking77', '5'), publicSet('banking77', '20'), publicSet('clinc150', '20')];
}

const hasPublicSets = () => existsSync(new URL('banking77/kb.5.jsonl', shared));

function publicSet(set: string, kb: string): LabelledBase {
  const queries = linesOf<Query>(`${set}/queries.jsonl`);
  return {
    name: `${set}, ${kb} phrasings`,
    entries: linesOf<LabelledEntry>(`${set}/kb.${kb}.jsonl`),
    queries: queries.flatMap(({ text, gold }) => (gold === null ? [] : [{ text, gold }])),
  };
}

function linesOf<T>(file: string): T[] {
  const lines = readFileSync(new URL(file, shared), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

function publicSentences(): string[] {
  return distractorSets.flatMap((set) =>
    linesOf<LabelledEntry>(`${set}/kb.all.jsonl`).flatMap(({ questions }) => questions),
  );
}

function sampleSet(): LabelledBase {
  const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
  const { entries } = JSON.parse(read('public/samples/harbour-broadband.json')) as {
    entries: { id: string; title: string; phrasings: string[] }[];
  };
  const queries = read('tests/fixtures/ranking/harbour-broadband.jsonl').trim().split('\n');
  return {
    name: 'harbour-broadband, 5 phrasings',
    entries: entries.map(({ id, title, phrasings }) => {
      return { id, title, questions: phrasings.slice(0, phrasingsPerEntry) };
    }),
    queries: queries.flatMap((line) => {
      const { text, gold } = JSON.parse(line) as Query;
      return gold === null ? [] : [{ text, gold }];
    }),
  };
}

function madeUpSentences(): string[] {
  const { entries } = JSON.parse(makeLargeBase('en', 10_000).content) as {
    entries: { phrasings: string[] }[];
  };
  return entries.flatMap(({ phrasings }) => phrasings);
}

/** Every sentence once; after that the first half of one and the second half of another. */
function around(sentences: readonly string[], count: number): LabelledEntry[] {
  const next = seeded(7);
  const order = sentences
    .map((text) => ({ text, place: next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ text }) => text);
  const words = order.map((text) => text.split(' '));
  const pick = () => words[Math.floor(next() * words.length)] ?? [];
  let used = 0;
  const sentence = () => {
    const whole = order[used++];
    if (whole !== undefined) return whole;
    const [first, second] = [pick(), pick()];
    const half = first.slice(0, Math.ceil(first.length / 2));
    return [...half, ...second.slice(Math.floor(second.length / 2))].join(' ');
  };
  return Array.from({ length: count }, (_, at) => {
    const questions = Array.from({ length: phrasingsPerEntry }, sentence);
    const title = (questions[0] ?? '').split(' ').slice(0, 4).join(' ');
    return { id: `other-${at}`, title, questions };
  });
}
