import { agoText } from '../../lib/faces/age-text';
import { Button } from '../ui/button';
import { deedWords } from './deed-words';
import { useStudio } from './studio-context';
import styles from './team-page.module.css';
import { useAudit } from './use-audit';

type TeamAuditProps = {
  /** Another text whenever something was done that the rest of the page shows already. */
  readonly stand: string;
};

/** Who did what, the newest first. */
export function TeamAudit({ stand }: TeamAuditProps) {
  const studio = useStudio();
  const { team, language, now, t } = studio;
  const { deeds, more, showOlder } = useAudit(team, stand);
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
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
        <Button small className={styles.more} onClick={showOlder}>
          {t('team.more')}
        </Button>
      )}
    </section>
  );
}
