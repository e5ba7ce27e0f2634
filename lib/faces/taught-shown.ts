import type { TaughtRecipe } from '../protocol/taught-calls';
import type { PanelState } from './panel-state';

/**
 * The taught recipe that reads the page now and has not proven right yet, and whether a second
 * conversation is open to see it by.
 */
export function unproven(
  state: PanelState,
): { readonly taught: TaughtRecipe; readonly isSecond: boolean } | undefined {
  const { conversation, settings } = state;
  if (conversation === null) return undefined;
  const taught = settings.taught.find(({ recipe }) => recipe.id === conversation.consoleId);
  if (taught === undefined || taught.madeOn === null) return undefined;
  const isSecond = conversation.key !== taught.madeOn && conversation.messages.length > 0;
  return { taught, isSecond };
}

/** Whether this page is what the settings page has asked to be taught: hosts there have no port. */
export function isTeachWished({ settings, consoleHost, teaching }: PanelState): boolean {
  const host = consoleHost?.replace(/:\d+$/, '');
  return teaching === undefined && host !== undefined && settings.teachNext === host;
}
