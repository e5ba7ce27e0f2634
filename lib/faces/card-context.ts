import { isNamedSlot, pageFields, type SlotName, type SlotValues } from '../domain/slots';
import type { Suggestion } from '../domain/suggestion';
import { cueRefOf } from './cue-ref';
import { type Card, cardOf } from './panel-card';
import type { PanelState } from './panel-state';
import { besideQuestions, questionCards } from './question-cards';

function namesOnPage(state: PanelState): { customer: string; agent: string } {
  const { cue, conversation, settings } = state;
  return {
    customer: (cue?.customerName ?? conversation?.customerName ?? '').trim(),
    agent: (conversation?.agentName ?? '').trim() || settings.agentName.trim(),
  };
}

function fieldsOnPage({ conversation }: PanelState): SlotValues {
  return conversation?.fields ?? {};
}

/** The values of a card's slots: from the page, from the settings, and typed by the agent. */
export function slotValuesOf(state: PanelState, card?: Card): SlotValues {
  const { customer, agent } = namesOnPage(state);
  return {
    ...(card === undefined ? {} : state.asked[card.key]),
    ...Object.fromEntries(
      pageFields.map((field) => [field, fieldsOnPage(state)[field] ?? state.names[field] ?? '']),
    ),
    'customer.name': customer || (state.names['customer.name'] ?? ''),
    'agent.name': agent || (state.names['agent.name'] ?? ''),
  };
}

/** Whether the agent fills a slot on the card: always `{{ask:…}}`, and what nobody told us. */
export function isAskedInPlace(state: PanelState, slot: SlotName): boolean {
  return slotSource(state, slot) === undefined;
}

/** Where a slot's value comes from; undefined when the agent has to type it. */
export function slotSource(state: PanelState, slot: SlotName): 'page' | 'settings' | undefined {
  if (!isNamedSlot(slot)) return undefined;
  const { customer, agent } = namesOnPage(state);
  if (slot === 'customer.name') return customer === '' ? undefined : 'page';
  if (slot !== 'agent.name') return fieldsOnPage(state)[slot] ? 'page' : undefined;
  if ((state.conversation?.agentName ?? '').trim() !== '') return 'page';
  return agent === '' ? undefined : 'settings';
}

/**
 * What is kept behind "Show related": also what answers none of several questions, and in quiet mode
 * all that is not a direct answer.
 */
export function keptBack(state: PanelState): readonly Suggestion[] {
  const { settings, suggestions, related, groups } = state;
  const beside = besideQuestions(state);
  if (!settings.quiet) return [...beside, ...related];
  const all = groups.length > 1 ? groups.flatMap((group) => group.suggestions) : suggestions;
  const hidden = all.filter(({ kind }) => kind !== 'direct');
  return onceEach([...hidden, ...beside, ...related]);
}

/**
 * The cards of the cue in reading order: those of the questions that are not answered yet, then the
 * related ones if asked for. The number keys count them from the first.
 */
export function cueCards(state: PanelState): Card[] {
  const { settings, suggestions, groups, relatedShown } = state;
  const cue = cueRefOf(state);
  const questions = questionCards(state);
  const first = settings.quiet ? suggestions.filter(({ kind }) => kind === 'direct') : suggestions;
  const best =
    questions.length > 0
      ? questions.flatMap(({ isAnswered, cards }) => (isAnswered ? [] : cards))
      : first.map((each, at) => cardOf('cue', each, at + 1, cue, groups[0]?.key));
  const after = relatedShown ? keptBack(state) : [];
  const shown = questions.length > 0 ? questions.flatMap(({ cards }) => cards).length : best.length;
  return [...best, ...after.map((each, at) => cardOf('cue', each, shown + at + 1, cue))];
}

function onceEach(suggestions: readonly Suggestion[]): Suggestion[] {
  const name = ({ entry }: Suggestion) => JSON.stringify([entry.base, entry.id]);
  return [...new Map(suggestions.map((each) => [name(each), each])).values()];
}

/** The cards on screen: the search's while there is one, else the cue's. */
export function shownCards(state: PanelState): Card[] {
  if (state.find.query.trim() === '') return cueCards(state);
  const cue = cueRefOf(state);
  return state.find.results.map((suggestion) => cardOf('find', suggestion, 0, cue));
}

/**
 * The card that a number key means, counted from 1. Called wrong, a card keeps its number, so that
 * the numbers of the others do not move under the agent's fingers.
 */
export function cardByNumber(state: PanelState, number: number): Card | undefined {
  const card = shownCards(state)[number - 1];
  return card === undefined || state.rejected.includes(card.key) ? undefined : card;
}
