export type CardHand = {
  /** Lets the panel say whether the pointer is over the cards or the focus in them; returns its end. */
  watch(look: () => boolean): () => void;
  /** The pointer moved over the cards, or a key was pressed in them. */
  moved(): void;
  isThere(): boolean;
};

/** A hand that has just left may be on its way back: a click needs about so long to land. */
const stillThereMs = 1_000;

/** Whether the agent's hand is at the cards: then they must not change places under it. */
export function makeCardHand(now: () => number): CardHand {
  let looks: (() => boolean)[] = [];
  let lastMove = Number.NEGATIVE_INFINITY;
  return {
    watch(look) {
      looks = [...looks, look];
      return () => {
        looks = looks.filter((each) => each !== look);
      };
    },
    moved() {
      lastMove = now();
    },
    isThere: () => now() - lastMove < stillThereMs || looks.some((look) => look()),
  };
}
