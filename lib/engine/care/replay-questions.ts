import type { EntryRef } from '../../domain/pick';
import { createEngine, type Engine } from '../engine';
import type { EngineEntry } from '../engine-entry';

/** What a question was answered with first; undefined where no card came. */
export type Replayed = {
  readonly before: EntryRef | undefined;
  readonly after: EntryRef | undefined;
};

/**
 * Asks the same questions of two states of the knowledge, each trained from nothing, so that they
 * differ by their entries alone. A generator, so that a worker can take it in slices.
 * @param step how many training steps to take between two yields
 */
export function* replayQuestions(
  states: { readonly before: readonly EngineEntry[]; readonly after: readonly EngineEntry[] },
  questions: readonly string[],
  today: string,
  step = 200_000,
): Generator<void, Replayed[], void> {
  const engine = createEngine({ train: 'later' });
  const before = yield* firstAnswers(states.before);
  const kept = new Set(states.after.map(keyOf));
  engine.remove(states.before.filter((entry) => !kept.has(keyOf(entry))));
  const same = new Map(states.before.map((entry) => [keyOf(entry), JSON.stringify(entry)]));
  const after = yield* firstAnswers(
    states.after.filter((entry) => same.get(keyOf(entry)) !== JSON.stringify(entry)),
  );
  return questions.map((_, at) => ({ before: before[at], after: after[at] }));

  function* firstAnswers(changed: readonly EngineEntry[]) {
    engine.put(changed);
    while (!engine.train(step)) yield;
    const first: (EntryRef | undefined)[] = [];
    for (const text of questions) {
      first.push(firstAnswer(engine, text, today));
      yield;
    }
    return first;
  }
}

function firstAnswer(engine: Engine, text: string, today: string): EntryRef | undefined {
  const [best] = engine.rank({ text, today }, { limit: 1 }).suggestions;
  return best && { base: best.base, id: best.id };
}

const keyOf = ({ base, id }: EntryRef) => `${base}/${id}`;
