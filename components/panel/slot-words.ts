import { isNamedSlot, type SlotName } from '../../lib/domain/slots';
import type { Panel } from './panel-context';

/** What a slot asks for, in words: an author's own for `{{ask:…}}`. */
export function slotWords(slot: SlotName, t: Panel['t']): string {
  if (isNamedSlot(slot)) return t(`slot.${slot}`);
  return slot.slice('ask:'.length);
}
