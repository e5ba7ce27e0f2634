import styles from './header.module.css';
import { usePanel } from './panel-context';

const choices = [
  { language: 'en', sign: 'EN', name: 'English' },
  { language: 'zh', sign: '中', name: '中文' },
] as const;

/** Each language under its own name, so that nobody is locked out by the wrong one. */
export function LanguageSwitch() {
  const { state, language, actions, t } = usePanel();
  const isLocked = state.policy.policy.language !== undefined;
  return (
    <fieldset className={styles.languages} aria-label={t('header.language')}>
      {choices.map((choice) => (
        <button
          key={choice.language}
          type="button"
          lang={choice.language}
          aria-pressed={choice.language === language}
          // The sign is part of the name, for people who say what they see (WCAG 2.5.3).
          aria-label={`${choice.sign}, ${choice.name}`}
          title={isLocked ? t('policy.set') : choice.name}
          disabled={isLocked}
          onClick={() => actions.setLanguage(choice.language)}
        >
          {choice.sign}
        </button>
      ))}
    </fieldset>
  );
}
