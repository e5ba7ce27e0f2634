import { useEffect, useState } from 'react';
import { usePanel } from '../panel/panel-context';
import styles from './settings-app.module.css';

type Known = 'on' | 'off' | 'unknown';

/** What of a conversation goes to the team, as the team has it now. */
export function TeamSharing() {
  const { state, team, t } = usePanel();
  const [picks, setPicks] = useState<Known>('unknown');
  useEffect(() => {
    team.gaps.sharesPicks().then(
      (isOn) => setPicks(isOn === null ? 'unknown' : isOn ? 'on' : 'off'),
      () => {},
    );
  }, [team]);
  const isForbidden = state.policy.policy.shareText === false;
  return (
    <section
      className={styles.erasing}
      aria-label={t('settings.team.words')}
      data-words={isForbidden ? 'forbidden' : picks}
    >
      <h3>{t('settings.team.words')}</h3>
      {isForbidden ? (
        <p>{t('settings.team.words.forbidden')}</p>
      ) : (
        <>
          <p>{t('settings.team.words.gaps')}</p>
          <p>{t(`settings.team.words.picks.${picks}`)}</p>
        </>
      )}
    </section>
  );
}
