import { readFileSync } from 'node:fs';
import { createEngine, type Engine, type EngineEntry } from '../lib/engine/engine';
import { loadSampleEngine } from './own-messages';

/** Small bases of one kind of shop, written by us, each in a language or, `mixed`, in several. */
export const otherLanguages = ['de', 'fr', 'es', 'ru', 'ja', 'ko', 'th', 'mixed'] as const;
type Name = (typeof otherLanguages)[number];

type AskedEntry = EngineEntry & { readonly questions: readonly string[] };

/** Of a file in `tests/fixtures/languages`: "# " begins a title, "? " a question, the rest are phrasings. */
export function readLanguage(name: Name): AskedEntry[] {
  const url = new URL(`../tests/fixtures/languages/${name}.txt`, import.meta.url);
  return readFileSync(url, 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((block, at) => {
      const [title = '', ...lines] = block.trim().split('\n');
      const questions = lines.flatMap((line) => (line.startsWith('? ') ? [line.slice(2)] : []));
      const phrasings = lines.filter((line) => !line.startsWith('? '));
      const held = { base: name, id: `${name}-${at + 1}`, title, phrasings, questions };
      return { ...held, answer: '', smallTalk: false, language: 'en' };
    });
}

/** Counts of questions: the right entry came first, among the first three, and there but held back. */
export type OtherFigures = {
  readonly asked: number;
  readonly first: number;
  readonly three: number;
  readonly heldBack: number;
};

export type OtherRow = {
  readonly name: Name;
  readonly alone: OtherFigures;
  readonly together: OtherFigures;
};

/**
 * Each base by itself, and all of them loaded beside the sample bases in English and Chinese; the
 * mixed one beside these alone, as it asks some of what the others do in their very words.
 */
export function measureLanguages(
  onMiss: (question: string, gold: string, shown: readonly string[]) => void = () => {},
): OtherRow[] {
  const all = loadSampleEngine();
  for (const name of otherLanguages) if (name !== 'mixed') all.put(readLanguage(name));
  const besideSamples = loadSampleEngine();
  besideSamples.put(readLanguage('mixed'));
  return otherLanguages.map((name) => {
    const entries = readLanguage(name);
    const own = createEngine();
    own.put(entries);
    const together = measure(name === 'mixed' ? besideSamples : all, entries, onMiss);
    return { name, alone: measure(own, entries, onMiss), together };
  });
}

function measure(
  engine: Engine,
  entries: readonly AskedEntry[],
  onMiss: (question: string, gold: string, shown: readonly string[]) => void = () => {},
): OtherFigures {
  const figures = { asked: 0, first: 0, three: 0, heldBack: 0 };
  for (const { id, questions } of entries) {
    for (const text of questions) {
      const { suggestions, related } = engine.rank({ text, today: '2026-11-22' }, { limit: 3 });
      const shown = suggestions.map((each) => each.id);
      figures.asked++;
      if (shown[0] === id) figures.first++;
      else onMiss(text, id, shown);
      if (shown.includes(id)) figures.three++;
      else if ([...shown, ...related.map((each) => each.id)].slice(0, 3).includes(id)) {
        figures.heldBack++;
      }
    }
  }
  return figures;
}
