import { createEngine, type Engine } from '../engine';
import type { EngineEntry } from '../engine-entry';
import { type Fold, isFoldable, makeFold } from './fold-lessons';
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

export type ToFold = {
  /** Those of the lessons that are phrasings in the ranking in use. */
  readonly folded: readonly Lesson[];
  /** Those that would be, `folded` among them; the others stay lessons. */
  readonly offered: readonly Lesson[];
  readonly lessons: readonly Lesson[];
};

/** So many entries are put between two yields, in about as long as a training step takes. */
const entriesAtOnce = 200;

/**
 * Whether training anew, with what was picked as further phrasings, ranks the picks that neither
 * side has seen at least as well as the ranking in use does. A generator, so that a worker can take
 * it in slices. The engine goes the very way that the one in use would go: a large one does not
 * train all its entries anew, but those with further phrasings beside the others.
 * @param step how many training steps to take between two yields
 */
export function* tryRetraining(
  entries: readonly EngineEntry[],
  { folded, offered, lessons }: ToFold,
  today: string,
  step = 50_000,
): Generator<void, RetrainVerdict, void> {
  const picks = lessons.filter(isFoldable);
  const heldBack = picks.filter((_, at) => at % heldBackEvery === heldBackEvery - 1);
  if (heldBack.length < leastHeldBack) return verdictOf({ before: 0, after: 0 }, heldBack.length);
  const hidden = new Set(heldBack.map(({ id }) => id));
  const seen = lessons.filter(({ id }) => !hidden.has(id));
  const among = (some: readonly Lesson[]) => {
    const ids = new Set(some.map(({ id }) => id));
    return ({ id }: Lesson) => ids.has(id);
  };
  const isFolded = among(folded);
  const isOffered = among(offered);
  const engine = createEngine({ train: 'later' });

  yield* put(makeFold(seen.filter(isFolded)));
  const since = seen.filter((lesson) => !isFolded(lesson));
  for (const lesson of since) engine.learn(lesson);
  const before = yield* hits();

  const more = since.filter((lesson) => isFoldable(lesson) && isOffered(lesson));
  engine.unlearn(more.map(({ id }) => id));
  yield* put(makeFold(seen.filter(isOffered)));
  const after = yield* hits();
  return verdictOf({ before, after }, heldBack.length);

  function* put(fold: Fold) {
    for (let at = 0; at < entries.length; at += entriesAtOnce) {
      engine.put(fold(entries.slice(at, at + entriesAtOnce)));
      yield;
    }
  }

  function* hits() {
    while (!engine.train(step)) yield;
    let found = 0;
    for (const { text, entry } of heldBack) {
      if (isAmongThree(engine, text, entry, today)) found++;
      yield;
    }
    return found;
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
