import { usePanel } from '../panel/panel-context';
import field from '../ui/field.module.css';
import { Choice } from './choice';
import { PolicyMark } from './policy-mark';
import styles from './settings-app.module.css';

const themes = ['system', 'light', 'dark'] as const;
/** Each language under its own name, so that nobody is locked out by the wrong one. */
const languageNames = { en: 'English', zh: '简体中文' } as const;

export function GeneralSettings() {
  const { state, actions, t } = usePanel();
  const { language, theme, agentName } = state.settings;
  const isLanguageLocked = state.policy.policy.language !== undefined;
  return (
    <>
      <Choice
        label={t('settings.language')}
        chosen={language}
        choices={[
          { value: 'system', words: t('settings.language.system') },
          { value: 'en', words: languageNames.en, lang: 'en' },
          { value: 'zh', words: languageNames.zh, lang: 'zh-CN' },
        ]}
        isLocked={isLanguageLocked}
        onChoose={(chosen) => actions.setLanguage(chosen)}
      />
      {isLanguageLocked && <PolicyMark />}
      <Choice
        label={t('menu.theme')}
        chosen={theme}
        choices={themes.map((value) => ({ value, words: t(`menu.theme.${value}`) }))}
        onChoose={(chosen) => actions.setTheme(chosen)}
      />
      <label className={styles.field}>
        <span>{t('menu.agent-name')}</span>
        <input
          className={field.field}
          type="text"
          autoComplete="off"
          // Kept when the field is left, not at every letter; a name set elsewhere shows up here.
          key={agentName}
          defaultValue={agentName}
          onBlur={(event) => {
            const name = event.target.value.trim();
            if (name !== agentName) actions.setAgentName(name);
          }}
        />
      </label>
    </>
  );
}
