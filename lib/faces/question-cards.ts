import type { QuestionGroup, Suggestion } from '../domain/suggestion';
import { cueRefOf } from './cue-ref';
import { type Card, cardOf } from './panel-card';
import type { PanelState } from './panel-state';

/** One of several questions of a message, with its own cards. */
export type QuestionCards = {
  readonly key: string;
  /** The customer's words. */
  readonly text: string;
  readonly isAnswered: boolean;
  readonly cards: readonly Card[];
};

/**
 * The questions of a message that asks more than one, in their order; none for a plain message.
 * An answer to several of them stands where it ranks highest, so that no card is there twice.
 */
export function questionCards(state: PanelState): readonly QuestionCards[] {
  const { groups, answered, settings } = state;
  if (groups.length < 2) return [];
  const whole = cueRefOf(state);
  return groups.map((group) => {
    const text = whole.text.slice(...group.range).replace(/\s+/g, ' ');
    // What is learned from a pick is that it answers this question, not the whole message.
    const cue = { ...whole, text: whole.text.slice(...group.range) };
    const own = group.suggestions.filter(
      (each) => homeOf(groups, each) === group && (!settings.quiet || each.kind === 'direct'),
    );
    return {
      key: group.key,
      text,
      isAnswered: answered.includes(group.key),
      cards: own.map((each, at) => cardOf('cue', each, at + 1, cue, group.key)),
    };
  });
}

/** The keys of the answered questions after one was ticked, or its tick taken back. */
export function withTick(answered: readonly string[], key: string, isAnswered: boolean): string[] {
  const others = answered.filter((each) => each !== key);
  return isAnswered ? [...others, key] : others;
}

/** What was suggested for the whole message, but for none of its questions. */
export function besideQuestions({ groups, suggestions }: PanelState): readonly Suggestion[] {
  if (groups.length < 2) return [];
  return suggestions.filter((each) => homeOf(groups, each) === undefined);
}

function homeOf(groups: readonly QuestionGroup[], wanted: Suggestion): QuestionGroup | undefined {
  let home: QuestionGroup | undefined;
  let highest = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const place = group.suggestions.findIndex((each) => isSameEntry(each, wanted));
    if (place < 0 || place >= highest) continue;
    home = group;
    highest = place;
  }
  return home;
}

function isSameEntry(one: Suggestion, other: Suggestion): boolean {
  return one.entry.base === other.entry.base && one.entry.id === other.entry.id;
}
