import type { StoredEvent } from '../domain/pick';
import type { Engine } from '../engine/engine';
import { addInOrder } from './add-in-order';
import { makeCardOutcomes, saysHowCardsTurnedOut } from './card-outcomes';

/** What is older says little about the ranking as it is now. */
const fewestKept = 3_000;
/** So many are forgotten at once, counted from the very first event: a restart forgets the same. */
const forgottenAtOnce = 1_000;

/** Makes each base's confidences follow how its cards turned out. */
export type Corrections = {
  heard(event: StoredEvent): void;
  /** All events there are, in their order. */
  replaceAll(events: readonly StoredEvent[]): void;
};

export function makeCorrections(correct: Engine['correct']): Corrections {
  let events: StoredEvent[] = [];
  let outcomes = makeCardOutcomes();
  let corrected = new Set<string>();

  function keep(from: number) {
    events = events.slice(from);
    outcomes = makeCardOutcomes();
    events.forEach(outcomes.read);
  }

  function follow() {
    const byBase = outcomes.byBase();
    for (const base of corrected) if (!byBase.has(base)) correct(base, []);
    for (const [base, own] of byBase) correct(base, own);
    corrected = new Set(byBase.keys());
  }

  return {
    heard(event) {
      if (!saysHowCardsTurnedOut(event)) return;
      const isInOrder = addInOrder(events, event);
      if (isInOrder) outcomes.read(event);
      else keep(0);
      if (events.length === fewestKept + forgottenAtOnce) keep(forgottenAtOnce);
      // Cards alone are no outcome yet, unless their verdict is there before them.
      if (event.kind !== 'shown' || !isInOrder) follow();
    },
    replaceAll(all) {
      events = all.filter(saysHowCardsTurnedOut);
      const tooMany = Math.max(0, events.length - fewestKept);
      keep(tooMany - (tooMany % forgottenAtOnce));
      follow();
    },
  };
}
