import { cueCards } from './card-context';
import type { RankedAnswers } from './panel-state';
import type { PanelTools } from './panel-tools';
import { questionCards } from './question-cards';

export type BetterAnswers = {
  /** Shows a new ranking of the cue on screen, or keeps it back while a hand is at the cards. */
  take(ranked: RankedAnswers): void;
  /** Shows what was kept back, on a click. */
  showBetter(): void;
  stop(): void;
};

/** How often it is looked whether the hand has left. */
const lookAgainMs = 250;

/**
 * Cards must not change places under the hand: a click would insert another answer than the one
 * aimed at. What would move them waits until it is asked for, or until the hand has left and
 * nothing is being edited.
 */
export function betterAnswers({ get, set, hand }: PanelTools): BetterAnswers {
  let looking: ReturnType<typeof setTimeout> | undefined;
  const isBusy = () => hand.isThere() || get().editing !== undefined;

  function moves(ranked: RankedAnswers): boolean {
    if (cueCards(get()).length === 0) return false;
    const before = placesOf(get());
    const after = placesOf({ ...get(), ...ranked });
    return before.some((place, at) => after[at] !== place);
  }

  function take(ranked: RankedAnswers) {
    clearTimeout(looking);
    if (!isBusy() || !moves(ranked)) {
      set({ ...ranked, ranking: 'ranked', better: undefined });
      return;
    }
    set({ ranking: 'ranked', better: ranked });
    waitForHand();
  }

  function waitForHand() {
    looking = setTimeout(() => {
      if (get().better === undefined) return;
      if (isBusy()) waitForHand();
      else showBetter();
    }, lookAgainMs);
  }

  function showBetter() {
    clearTimeout(looking);
    const { better } = get();
    if (better !== undefined) set({ ...better, better: undefined });
  }

  /** The pressed button goes: the keyboard goes on from the first card. */
  function showWhenAsked() {
    showBetter();
    const first = cueCards(get()).find(({ key }) => !get().rejected.includes(key));
    if (first !== undefined) set({ focus: { on: 'card', key: first.key } });
  }

  return { take, showBetter: showWhenAsked, stop: () => clearTimeout(looking) };
}

/** What stands where, from the top: headings and cards. */
function placesOf(state: Parameters<typeof cueCards>[0]): string[] {
  const questions = questionCards(state).map(({ key }) => `question ${key}`);
  return [
    `${questions.length} headings`,
    ...cueCards(state).map(({ key, question }) => `${key} ${questions.length > 0 ? question : ''}`),
  ];
}
