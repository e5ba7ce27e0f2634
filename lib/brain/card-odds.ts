import type { AgentEvent } from '../domain/pick';
import type { Ranked } from '../engine/engine';
import { entryKey } from '../store/store';

/** Panels tell what they show within moments. */
const mostRemembered = 200;

/** Remembers how likely cards were when a message was ranked, until they are told to be in view. */
export type CardOdds = {
  ranked(cueId: string, cards: readonly Ranked[]): void;
  /** The event with the odds of its cards, where they are known. */
  addedTo(event: AgentEvent, cueId: string | undefined): AgentEvent;
};

export function makeCardOdds(): CardOdds {
  const byCue = new Map<string, ReadonlyMap<string, number>>();
  return {
    ranked(cueId, cards) {
      byCue.delete(cueId);
      byCue.set(
        cueId,
        new Map(
          cards.flatMap((card) =>
            card.kind === 'small-talk' ? [] : [[entryKey(card), card.odds] as const],
          ),
        ),
      );
      for (const oldest of byCue.keys()) {
        if (byCue.size <= mostRemembered) break;
        byCue.delete(oldest);
      }
    },
    addedTo(event, cueId) {
      const known = cueId === undefined ? undefined : byCue.get(cueId);
      if (event.kind !== 'shown' || known === undefined) return event;
      return { ...event, odds: event.entries.map((entry) => known.get(entryKey(entry)) ?? null) };
    },
  };
}
