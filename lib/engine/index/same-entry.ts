import { phrasingsOf, wordsPrint } from '../../domain/words-print';
import type { EngineEntry } from '../engine-entry';

/** Whether both are found by the same words. */
export function hasSameWords(one: EngineEntry, other: EngineEntry): boolean {
  if (one.print !== undefined || other.print !== undefined) {
    return wordsPrint(one) === wordsPrint(other);
  }
  const texts = phrasingsOf(one);
  const others = phrasingsOf(other);
  return texts.length === others.length && texts.every((text, at) => text === others[at]);
}

/** Whether both may be suggested for the same cues, and count alike for their base. */
export function hasSameReach(one: EngineEntry, other: EngineEntry): boolean {
  return (
    one.smallTalk === other.smallTalk &&
    one.language === other.language &&
    one.scope === other.scope &&
    one.routes === other.routes &&
    one.validFrom === other.validFrom &&
    one.validUntil === other.validUntil &&
    one.phrasings.length === other.phrasings.length &&
    areSame(one.alsoIn, other.alsoIn) &&
    areSame(one.overrides, other.overrides)
  );
}

function areSame(list: readonly string[] = [], other: readonly string[] = []): boolean {
  return list.length === other.length && list.every((each, at) => each === other[at]);
}
