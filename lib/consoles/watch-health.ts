import type { Conversation } from '../domain/conversation';
import type { Break } from '../protocol/console-health';
import type { Recipe } from '../protocol/recipe';
import type { UnknownReader } from './generic/unknown-reader';
import { type Sight, suspicionOf } from './judge-health';
import { lookNowAndThen } from './look-now-and-then';
import type { ReadingPlan } from './read/reading-plan';

const lookMs = 1_500;
/** Consoles take their time to build a conversation; only what stays amiss for so long is. */
const patienceMs = 6_000;
/** Afterwards the reader without a recipe is asked ever more seldom: it looks at the whole page. */
const longestWaitMs = 60_000;

type Options = {
  readonly window: Window;
  readonly recipe: Recipe;
  readonly signal: AbortSignal;
  readonly sight: () => Sight;
  readonly load: () => Promise<UnknownReader>;
  readonly read: (plan: ReadingPlan) => Conversation | undefined;
  /** Whether the reader without a recipe sees more than the recipe does. */
  readonly onBroken: (what: Break, seesMore: boolean) => void;
};

/** Watches whether a recipe still reads the page, at hardly any cost while it does. */
export function watchHealth(options: Options): void {
  const { window, recipe, signal, sight, load, read, onBroken } = options;
  let amiss: { readonly what: Break; readonly since: number } | undefined;
  let waitMs = patienceMs;
  async function look() {
    const what = suspicionOf(sight());
    if (what !== amiss?.what) {
      amiss = what && { what, since: performance.now() };
      waitMs = patienceMs;
    }
    if (amiss === undefined) return;
    const { since } = amiss;
    const patience = what === 'inserts' ? 0 : waitMs;
    if (performance.now() - since < patience) return;
    amiss = { what: amiss.what, since: performance.now() };
    waitMs = Math.min(longestWaitMs, waitMs * 2);
    const reader = await load().catch(() => undefined);
    if (signal.aborted || reader === undefined || what === undefined) return;
    if (suspicionOf(sight()) !== what) return;
    const seesMore = reader.seesMore(what, window, read, recipe);
    if (seesMore || what === 'inserts') onBroken(what, seesMore);
  }
  lookNowAndThen(look, lookMs, signal);
}
