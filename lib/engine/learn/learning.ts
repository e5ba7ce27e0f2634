import type { Model } from '../index/model';
import type { Lesson } from './lesson';
import { createOverlay, type Overlay } from './overlay';

/**
 * Lessons in their order, and the overlays made of them. What is served in the end depends on the
 * model and the remaining lessons alone, however they came and went.
 */
export type Learning = {
  learn(lesson: Lesson): void;
  unlearn(ids: ReadonlySet<string>): void;
  /** Puts what was learned so far into the model, also into one that is not trained yet. */
  serve(model: Model): void;
  /** Applies more of the lessons, for about so many steps; true when nothing is left to do. */
  work(model: Model, isTrained: boolean, steps: number): boolean;
  readonly size: number;
};

/** About as many row places as a lesson takes in a small base, and more for each entry. */
const lessonSteps = 60_000;
const entrySteps = 30;

export function createLearning(): Learning {
  let lessons: Lesson[] = [];
  const known = new Set<string>();
  /** In use; it may be of an earlier model, or of lessons that were taken back since. */
  let serving: Overlay | undefined;
  /** Under way to take its place. */
  let next: Overlay | undefined;
  /** Lessons were taken back that lie too far behind: it serves only until `next` is ready. */
  let isStale = false;
  /** A trained model without lessons: the first one is learned on it at once. */
  let untaught: Model | undefined;
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
    const each = lessonSteps + entrySteps * overlay.model.corpus.entries.length;
    for (let left = steps; overlay.applied.length < lessons.length; left -= each) {
      const lesson = lessons[overlay.applied.length];
      if (lesson === undefined || left <= 0) return false;
      overlay.apply(lesson);
    }
    return true;
  }

  function serve(model: Model) {
    if (serving === undefined || lessons.length === 0) model.learned = undefined;
    else if (served?.overlay !== serving || served.model !== model) {
      model.learned = serving.servedTo(model);
      served = { overlay: serving, model };
    } else model.learned ??= serving.servedTo(model);
  }

  return {
    serve,
    learn(lesson) {
      if (known.has(lesson.id)) return;
      known.add(lesson.id);
      if (lessons.length === 0 && untaught !== undefined) serving ??= createOverlay(untaught);
      untaught = undefined;
      lessons.push(lesson);
      const isInOrder = serving?.applied.length === lessons.length - 1;
      if (isInOrder || isStale) serving?.apply(lesson);
    },
    unlearn(ids) {
      const kept = lessons.filter(({ id }) => !ids.has(id));
      if (kept.length === lessons.length) return;
      for (const id of ids) known.delete(id);
      lessons = kept;
      if (serving === undefined || isStale) return;
      if (rewind(serving)) catchUp(serving, Number.POSITIVE_INFINITY);
      else isStale = true;
    },
    work(model, isTrained, steps) {
      serve(model);
      if (!isTrained) return false;
      if (lessons.length === 0) {
        serving = undefined;
        next = undefined;
        isStale = false;
        untaught = model;
        return true;
      }
      if (serving?.model === model && !isStale) return catchUp(serving, steps);
      if (next === undefined || next.model !== model || !rewind(next)) next = createOverlay(model);
      if (!catchUp(next, steps)) return false;
      serving = next;
      next = undefined;
      isStale = false;
      serve(model);
      return true;
    },
    get size() {
      return lessons.length;
    },
  };
}
