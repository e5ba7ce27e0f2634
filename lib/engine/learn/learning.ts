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
/** When lessons are taken back, so many of those behind them are learned again at once, about 5 ms. */
const mostAtOnce = 4;

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

  return {
    serve,
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
      lessons = kept;
      if (serving === undefined || isStale) return;
      if (!rewind(serving)) isStale = true;
      else if (serving.isPrepared) catchUp(serving, mostAtOnce * stepsEach(serving));
    },
    work(model, isTrained, steps) {
      serve(model);
      if (!isTrained) return false;
      if (lessons.length === 0) {
        next = undefined;
        isStale = false;
        // Made ready for the first lesson, which is then learned at once.
        const isUntaught = serving?.model === model && serving.applied.length === 0;
        if (!isUntaught) serving = createOverlay(model);
      }
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
    get size() {
      return lessons.length;
    },
  };
}
