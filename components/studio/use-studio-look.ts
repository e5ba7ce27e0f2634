import { useEffect } from 'react';
import { useStudio } from './studio-context';

/** Gives the page the chosen theme, language and name; `system` follows the system as it changes. */
export function useStudioLook(): void {
  const { state, language, t } = useStudio();
  const { theme } = state.settings;
  const title = t('studio.name');
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = title;
  }, [language, title]);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const system = dark.matches ? 'dark' : 'light';
      document.documentElement.dataset.theme = theme === 'system' ? system : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
}
