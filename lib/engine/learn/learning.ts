import type { Model } from '../index/model';
import { beginsWith, type KeptOverlay } from './kept-overlay';
import type { Lesson } from './lesson';
import { createOverlay, type Overlay } from './overlay';

/**
 * Lessons in their order, and the overlays made of them. What is served in the end depends on the
 * model and the remaining lessons alone, however they came and went.
 */
export type Learning = {
  learn(lesson: Lesson): void;
  unlearn(ids: ReadonlySet<string>): void;
  /**
   * Puts what was learned so far into the model, also into one that is not trained yet.
   * @param print as in `keep`
   */
  serve(model: Model, print: number | undefined): void;
  /**
   * Applies more of the lessons, for about so many steps; true when nothing is left to do.
   * @param printOf as in `keep`
   */
  work(model: Model, isTrained: boolean, steps: number, printOf: () => number | undefined): boolean;
  /**
   * What was made of the lessons since the last call, where it is worth keeping; empty when there are
   * none any more.
   * @param print of the model, undefined for one that no other session will have
   */
  keep(model: Model, print: number | undefined): KeptOverlay | 'none' | undefined;
  /** Goes on from what was kept once the lessons are there, if it was made of them and of this model. */
  restore(kept: KeptOverlay): void;
  readonly size: number;
};

/** About as many row places as a lesson takes in a small base, and more for each entry. */
const lessonSteps = 60_000;
const entrySteps = 30;
/** When lessons are taken back, so many of those behind them are learned again at once, about 5 ms. */
const mostAtOnce = 4;

/** So many more lessons are worth another writing; a start learns fewer of them again. */
const worthKeeping = 50;

const stepsEach = ({ model }: Overlay) => lessonSteps + entrySteps * model.corpus.entries.length;

export function createLearning(): Learning {
  let lessons: Lesson[] = [];
  const known = new Set<string>();
  /** In use; it may be of an earlier model, or of lessons that were taken back since. */
  let serving: Overlay | undefined;
  /** Under way to take its place. */
  let next: Overlay | undefined;
  /** Lessons were taken back that lie too far behind: it serves only until `next` is ready. */
  let isStale = false;
  /** From the session before. */
  let earlier: KeptOverlay | undefined;
  /** The prints of the lessons in what was kept last. */
  let keptLessons: Float64Array = new Float64Array(0);
  /** It was of other lessons: nothing of those may stay. */
  let isOutdated = false;
  let served: { readonly overlay: Overlay; readonly model: Model } | undefined;

  /** Takes the last lessons back until those before a change are left; false when it is too far. */
  function rewind(overlay: Overlay): boolean {
    const { applied } = overlay;
    const at = applied.findIndex((id, place) => lessons[place]?.id !== id);
    if (at < 0) return true;
    if (applied.length - at > overlay.undoable) return false;
    while (applied.length > at) overlay.takeBackLast();
    return true;
  }

  function catchUp(overlay: Overlay, steps: number): boolean {
    const each = stepsEach(overlay);
    if (!overlay.prepare(steps)) return false;
    for (let left = steps; overlay.applied.length < lessons.length; left -= each) {
      const lesson = lessons[overlay.applied.length];
      if (lesson === undefined || left <= 0) return false;
      overlay.apply(lesson);
    }
    return true;
  }

  function serve(model: Model) {
    if (!serving?.isPrepared || lessons.length === 0) model.learned = undefined;
    else if (served?.overlay !== serving || served.model !== model) {
      model.learned = serving.servedTo(model);
      served = { overlay: serving, model };
    } else model.learned ??= serving.servedTo(model);
  }

  function goOn(model: Model, print: number | undefined) {
    if (earlier === undefined || print === undefined || lessons.length === 0) return;
    const kept = earlier;
    earlier = undefined;
    isOutdated = kept.model !== print || !beginsWith(lessons, kept.lessons);
    if (!isOutdated) serving = createOverlay(model, { kept, lessons });
    serve(model);
  }

  return {
    serve(model, print) {
      goOn(model, print);
      serve(model);
    },
    learn(lesson) {
      if (known.has(lesson.id)) return;
      known.add(lesson.id);
      lessons.push(lesson);
      const isInOrder = serving?.isPrepared && serving.applied.length === lessons.length - 1;
      if (isInOrder || isStale) serving?.apply(lesson);
    },
    unlearn(ids) {
      const kept = lessons.filter(({ id }) => !ids.has(id));
      if (kept.length === lessons.length) return;
      for (const id of ids) known.delete(id);
      isOutdated ||= lessons.findIndex(({ id }) => ids.has(id)) < keptLessons.length;
      lessons = kept;
      if (serving === undefined || isStale) return;
      if (!rewind(serving)) isStale = true;
      else if (serving.isPrepared) catchUp(serving, mostAtOnce * stepsEach(serving));
    },
    work(model, isTrained, steps, printOf) {
      serve(model);
      if (!isTrained) return false;
      if (lessons.length === 0) {
        next = undefined;
        isStale = false;
        // Made ready for the first lesson, which is then learned at once.
        const isUntaught = serving?.model === model && serving.applied.length === 0;
        if (!isUntaught) serving = createOverlay(model);
      }
      goOn(model, printOf() ?? 0);
      if (serving === undefined) {
        // What was learned first counts while the rest of it is learned again.
        serving = createOverlay(model);
        serve(model);
      }
      if (serving.model === model && !isStale) return catchUp(serving, steps);
      if (next === undefined || next.model !== model || !rewind(next)) next = createOverlay(model);
      if (!catchUp(next, steps)) return false;
      serving = next;
      next = undefined;
      isStale = false;
      serve(model);
      return true;
    },
    keep(model, print) {
      if (isOutdated && (lessons.length === 0 || print === undefined)) {
        keptLessons = new Float64Array(0);
        isOutdated = false;
        return 'none';
      }
      if (print === undefined || lessons.length === 0 || serving?.model !== model) return undefined;
      if (isStale || serving.applied.length !== lessons.length) return undefined;
      const isMuchMore = lessons.length >= keptLessons.length + worthKeeping;
      if (!isMuchMore && !isOutdated && keptLessons.length > 0) return undefined;
      const kept = serving.kept(print);
      keptLessons = kept.lessons;
      isOutdated = false;
      return kept;
    },
    restore(kept) {
      earlier = kept;
      keptLessons = kept.lessons;
    },
    get size() {
      return lessons.length;
    },
  };
}
