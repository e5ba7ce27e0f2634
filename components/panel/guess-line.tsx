import type { PartSureness } from '../../lib/protocol/console-messages';
import styles from './guess-line.module.css';
import { usePanel } from './panel-context';

const parts = ['list', 'roles', 'composer'] as const satisfies readonly (keyof PartSureness)[];

/** Says that the page is read by what it looks like, and when opened how sure each part of it is. */
export function GuessLine() {
  const { state, t } = usePanel();
  const { sure, consoleName } = state;
  if (state.consoleState !== 'generic') return null;
  return (
    <details className={styles.line}>
      <summary>
        {consoleName === null
          ? t('heard.generic')
          : t('heard.generic.named', { console: consoleName })}
      </summary>
      <p>{t(consoleName === null ? 'heard.generic.hint' : 'heard.generic.named.hint')}</p>
      {sure !== undefined && (
        <dl>
          {parts.map((part) => (
            <div key={part}>
              <dt>{t(`heard.generic.${part}`)}</dt>
              <dd>{t(`heard.generic.${howSure(sure[part])}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}

/** Words, not figures: the reader's sureness is no measured chance of being right. */
function howSure(sure: number): 'sure' | 'likely' | 'unsure' {
  if (sure >= 0.8) return 'sure';
  return sure >= 0.6 ? 'likely' : 'unsure';
}
