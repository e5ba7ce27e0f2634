import { createEngine, type Engine } from '../engine';
import type { EngineEntry } from '../engine-entry';
import { foldLessons, isFoldable } from './fold-lessons';
import type { Lesson } from './lesson';

/** One pick in so many is held back to measure by. */
const heldBackEvery = 5;
/** With fewer of them a difference means nothing. */
const leastHeldBack = 20;

export type RetrainVerdict = {
  /** hit@3 on the picks held back, in percent, as it is and trained anew. */
  readonly before: number;
  readonly after: number;
  readonly heldBack: number;
  readonly isTaken: boolean;
};

/** Trained anew only if no answer is lost by it. */
export function verdictOf(
  hits: { readonly before: number; readonly after: number },
  heldBack: number,
): RetrainVerdict {
  const percent = (count: number) => (heldBack === 0 ? 0 : (100 * count) / heldBack);
  return {
    before: percent(hits.before),
    after: percent(hits.after),
    heldBack,
    isTaken: heldBack >= leastHeldBack && hits.after >= hits.before,
  };
}

/**
 * Whether training anew, with what was picked as further phrasings, ranks the picks that neither
 * side has seen at least as well as the ranking in use does. A generator, so that a worker can take
 * it in slices.
 * @param folded those of the lessons that are phrasings in the ranking in use
 * @param step how many training steps to take between two yields
 */
export function* tryRetraining(
  entries: readonly EngineEntry[],
  folded: readonly Lesson[],
  lessons: readonly Lesson[],
  today: string,
  step = 200_000,
): Generator<void, RetrainVerdict, void> {
  const picks = lessons.filter(isFoldable);
  const heldBack = picks.filter((_, at) => at % heldBackEvery === heldBackEvery - 1);
  if (heldBack.length < leastHeldBack) return verdictOf({ before: 0, after: 0 }, heldBack.length);
  const hidden = new Set(heldBack.map(({ id }) => id));
  const seen = lessons.filter(({ id }) => !hidden.has(id));
  const foldedIds = new Set(folded.map(({ id }) => id));
  const before = yield* hitsOf(
    foldLessons(
      entries,
      seen.filter(({ id }) => foldedIds.has(id)),
    ),
    seen.filter(({ id }) => !foldedIds.has(id)),
  );
  const after = yield* hitsOf(
    foldLessons(entries, seen),
    seen.filter((lesson) => !isFoldable(lesson)),
  );
  return verdictOf({ before, after }, heldBack.length);

  function* hitsOf(taught: readonly EngineEntry[], learned: readonly Lesson[]) {
    const engine = createEngine({ train: 'later' });
    engine.put(taught);
    for (const lesson of learned) engine.learn(lesson);
    while (!engine.train(step)) yield;
    let hits = 0;
    for (const { text, entry } of heldBack) {
      if (isAmongThree(engine, text, entry, today)) hits++;
      yield;
    }
    return hits;
  }
}

function isAmongThree(
  engine: Engine,
  text: string,
  { base, id }: { base: string; id: string },
  today: string,
) {
  const { suggestions, related } = engine.rank({ text, today }, { limit: 3 });
  return [...suggestions, ...related]
    .slice(0, 3)
    .some((each) => each.base === base && each.id === id);
}
