import type { PanelTools } from './panel-tools';

/** One list of cards: how new answers come into it. */
type CardOrder<Answers> = {
  /** Whether these would put another card where one stands now. */
  moves(answers: Answers): boolean;
  /** Puts these on the screen; none wait then. */
  show(answers: Answers): void;
  /** Keeps these back while those on screen stay. */
  keepBack(answers: Answers): void;
  waiting(): Answers | undefined;
};

export type Steadily<Answers> = {
  /** Shows these, or keeps them back while a hand is at the cards. */
  take(answers: Answers): void;
  /** Shows what was kept back. */
  showWaiting(): void;
  stop(): void;
};

/** How often it is looked whether the hand has left. */
const lookAgainMs = 250;

/**
 * Cards must not change places under the hand: a click would insert another answer than the one
 * aimed at. What would move them waits until it is asked for, or until the hand has left and
 * nothing is being edited.
 */
export function steadily<Answers>(
  { get, hand }: PanelTools,
  { moves, show, keepBack, waiting }: CardOrder<Answers>,
): Steadily<Answers> {
  let looking: ReturnType<typeof setTimeout> | undefined;
  const isBusy = () => hand.isThere() || get().editing !== undefined;

  function take(answers: Answers) {
    clearTimeout(looking);
    if (isBusy() && moves(answers)) {
      keepBack(answers);
      waitForHand();
      return;
    }
    show(answers);
  }

  function waitForHand() {
    looking = setTimeout(() => {
      if (waiting() === undefined) return;
      if (isBusy()) waitForHand();
      else showWaiting();
    }, lookAgainMs);
  }

  function showWaiting() {
    clearTimeout(looking);
    const answers = waiting();
    if (answers !== undefined) show(answers);
  }

  return { take, showWaiting, stop: () => clearTimeout(looking) };
}
