import { useEffect, useState } from 'react';
import { agoText } from '../../lib/faces/age-text';
import type { Deed } from '../../lib/protocol/hub-people';
import { Button } from '../ui/button';
import { deedWords } from './deed-words';
import { useStudio } from './studio-context';
import styles from './team-page.module.css';

/** Who did what, the newest first. */
export function TeamAudit() {
  const studio = useStudio();
  const { team, language, now, t } = studio;
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  const [more, setMore] = useState(0);
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const look = async (offset: number, isOver: () => boolean = () => false) => {
    const answer = await team.actions.ask('team.audit', { offset }).catch(() => undefined);
    if (isOver() || answer?.outcome !== 'told') return;
    setDeeds((held) => {
      const known = new Set(held.map(({ id }) => id));
      return [...held, ...answer.reply.deeds.filter(({ id }) => !known.has(id))];
    });
    setMore(answer.reply.more);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; the page makes it anew
  useEffect(() => {
    let isOver = false;
    void look(0, () => isOver);
    return () => {
      isOver = true;
    };
  }, []);
  return (
    <section className={styles.part} aria-label={t('audit.name')}>
      <h3>{t('audit.name')}</h3>
      <ol className={styles.deeds}>
        {deeds.map((deed) => (
          <li key={deed.id} data-deed={deed.deed}>
            <b>{deed.by ?? t('audit.hub')}</b> {deedWords(deed, studio)}{' '}
            <time
              className={styles.hint}
              dateTime={new Date(deed.at).toISOString()}
              title={times.format(deed.at)}
            >
              {agoText(deed.at, now(), language)}
            </time>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <Button small className={styles.more} onClick={() => void look(deeds.length)}>
          {t('team.more')}
        </Button>
      )}
    </section>
  );
}
