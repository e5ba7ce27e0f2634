import { useEffect } from 'react';
import type { UiLanguage } from '../../lib/i18n/ui-language';
import type { Settings } from '../../lib/protocol/brain-calls';

/** Gives the page the chosen theme and language; `system` follows the system as it changes. */
export function useLook(theme: Settings['theme'], language: UiLanguage): void {
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
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
