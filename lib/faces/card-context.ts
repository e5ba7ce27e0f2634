import type { SlotName, SlotValues } from '../domain/slots';
import type { Suggestion } from '../domain/suggestion';
import { type Card, type CueRef, cardOf } from './panel-card';
import type { PanelState } from './panel-state';

/**
 * What an insertion is made for: the cue on screen, never the conversation that the page shows by
 * then. Without a cue it is the conversation that the panel knows of; the page checks it again.
 */
export function cueRefOf(state: PanelState): CueRef {
  return {
    conversationKey: state.cue?.conversationKey ?? state.conversation?.key ?? '',
    consoleId: state.conversation?.consoleId ?? '',
    text: state.cue?.text ?? '',
  };
}

function namesOnPage(state: PanelState): { customer: string; agent: string } {
  const { cue, conversation, settings } = state;
  return {
    customer: (cue?.customerName ?? conversation?.customerName ?? '').trim(),
    agent: (conversation?.agentName ?? '').trim() || settings.agentName.trim(),
  };
}

/** The values of a card's slots: from the page, from the settings, and typed by the agent. */
export function slotValuesOf(state: PanelState, card?: Card): SlotValues {
  const { customer, agent } = namesOnPage(state);
  return {
    ...(card === undefined ? {} : state.asked[card.key]),
    'customer.name': customer || (state.names['customer.name'] ?? ''),
    'agent.name': agent || (state.names['agent.name'] ?? ''),
  };
}

/** Whether the agent fills a slot on the card: always `{{ask:…}}`, and names nobody told us. */
export function isAskedInPlace(state: PanelState, slot: SlotName): boolean {
  const { customer, agent } = namesOnPage(state);
  if (slot === 'customer.name') return customer === '';
  return slot !== 'agent.name' || agent === '';
}

/** What is kept behind "Show related"; in quiet mode all that is not a direct answer. */
export function keptBack({ settings, suggestions, related }: PanelState): readonly Suggestion[] {
  if (!settings.quiet) return related;
  return [...suggestions.filter(({ kind }) => kind !== 'direct'), ...related];
}

/** The cards of the cue in the order shown: the suggestions, then the related ones if asked for. */
export function cueCards(state: PanelState): Card[] {
  const { settings, suggestions, relatedShown } = state;
  const first = settings.quiet ? suggestions.filter(({ kind }) => kind === 'direct') : suggestions;
  const shown = relatedShown ? [...first, ...keptBack(state)] : first;
  const cue = cueRefOf(state);
  return shown.map((suggestion, at) => cardOf('cue', suggestion, at + 1, cue));
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
