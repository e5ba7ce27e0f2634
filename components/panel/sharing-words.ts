import type { SharingTold } from '../../lib/faces/panel-state';
import type { Panel } from './panel-context';

/** What giving it to the team has come to so far. */
export function sharingWords(told: SharingTold, t: Panel['t']): string {
  if (told === 'sharing') return t('teach.sharing');
  return t(told === 'failed' ? 'settings.failed' : `settings.shared.${told}`);
}
