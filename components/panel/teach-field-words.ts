import type { TaughtField } from '../../lib/protocol/teach-messages';
import type { Panel } from './panel-context';

export const fieldWords = (field: TaughtField, t: Panel['t']): string =>
  field === 'customer' ? t('teach.field.customer') : t(`slot.${field}`);
