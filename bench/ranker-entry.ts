import { createEngine } from '../lib/engine/engine';

/** An entry of the public labelled sets. */
type LabelledEntry = {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
  readonly answer?: string;
};

export { createEngine };

/** The engine in the form that a ranking check of labelled sets calls. */
export function make(entries: readonly LabelledEntry[], language: 'en' | 'zh') {
  const engine = createEngine();
  engine.put(
    entries.map(({ id, title, questions, answer = '' }) => ({
      base: 'labelled',
      id,
      title,
      phrasings: questions,
      answer,
      smallTalk: false,
      language,
    })),
  );
  const search = (text: string, limit: number): [string, number][] => {
    const { suggestions, related } = engine.rank({ text, today: '2026-11-30' }, { limit });
    return [...suggestions, ...related].slice(0, limit).map(({ id, score }) => [id, score]);
  };
  search('', 1); // The first one trains, which belongs to the build.
  return { search };
}
