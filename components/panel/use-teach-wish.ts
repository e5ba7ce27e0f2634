import { useEffect } from 'react';
import { isTeachWished } from '../../lib/faces/taught-shown';
import { usePanel } from './panel-context';

/** The settings page has asked to be taught this console: it begins once the page is in front. */
export function useTeachWish(): void {
  const { state, actions } = usePanel();
  const isWished = isTeachWished(state);
  useEffect(() => {
    if (!isWished) return;
    const begin = () => {
      if (document.visibilityState === 'visible') actions.startTeaching();
    };
    begin();
    document.addEventListener('visibilitychange', begin);
    return () => document.removeEventListener('visibilitychange', begin);
  }, [isWished, actions]);
}
