import { useEffect } from 'react';
import { useLook } from '../ui/use-look';
import { useStudio } from './studio-context';

/** The Studio also names its tab. */
export function useStudioLook(): void {
  const { state, language, t } = useStudio();
  useLook(state.settings.theme, language);
  const title = t('studio.name');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
