import { commandLabel } from '../../lib/faces/key-label';
import type { CardStatus } from '../../lib/faces/panel-card';
import type { Panel } from './panel-context';
import { slotWords } from './slot-words';

/** A card's status in words. */
export function statusWords(status: CardStatus, { t, state }: Panel): string {
  switch (status.kind) {
    case 'inserting':
      return t('card.inserting');
    case 'inserted':
      return t(status.besideDraft ? 'status.inserted-beside-draft' : 'status.inserted');
    case 'copied-instead':
      return t('status.copied-instead', { keys: commandLabel('KeyV', state.platform) });
    case 'refused':
      return t(`refused.${status.why}`);
    case 'missing':
      return t('slot.fill-in', { slot: slotWords(status.slot, t) });
    case 'no-holding':
      return t('hold.none');
    default:
      return t(`status.${status.kind}`);
  }
}
