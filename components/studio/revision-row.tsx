import { memo, useId, useState } from 'react';
import { agoText } from '../../lib/faces/age-text';
import { langOf } from '../../lib/faces/lang-of';
import type { Revision } from '../../lib/protocol/hub-history';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { Unseen } from '../ui/unseen';
import { ChangeCountsLine } from './change-counts-line';
import styles from './history-page.module.css';
import { RevisionChanges } from './revision-changes';
import { useStudio } from './studio-context';
import { whyWords } from './why-words';

type RevisionRowProps = {
  readonly kb: string;
  readonly revision: Revision;
  readonly head: number;
  readonly isNewest: boolean;
  /** The number of the revision that this one went back to, where that is known. */
  readonly backTo: number | undefined;
  readonly panels: number;
  readonly total: number;
  readonly mayRollBack: boolean;
  /** Since 1970. */
  readonly minute: number;
  readonly language: string;
};

/** One revision; opened, what it changed. */
export const RevisionRow = memo(function RevisionRow(props: RevisionRowProps) {
  const { kb, revision, head, isNewest, backTo, panels, total, minute, language } = props;
  const studio = useStudio();
  const { actions, t, tn } = studio;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { number, from, version, at, by, why, rollbackTo, counts } = revision;
  const about = <Unseen>: {t('history.revision', { number })}</Unseen>;
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className={styles.row} data-revision={number}>
      <h3 className={styles.title}>
        {t('history.revision', { number })}{' '}
        {isNewest && <Chip tone="good">{t('history.newest')}</Chip>}
      </h3>
      <p className={styles.facts}>
        <span>
          {t('history.by', { name: by })} · {agoText(at, minute * 60_000 + 59_999, language)} ·{' '}
          <time dateTime={new Date(at).toISOString()}>{exact.format(at)}</time>
        </span>
      </p>
      {rollbackTo !== null && (
        <p className={styles.back}>
          <span aria-hidden="true">↩ </span>
          {backTo === undefined
            ? t('history.back-to.old')
            : t('history.back-to', { number: backTo })}
        </p>
      )}
      {why !== '' && (
        <p className={styles.why} lang={langOf(why)}>
          {whyWords(why, studio)}
        </p>
      )}
      <p className={styles.facts}>
        {counts === null ? t('history.not-kept') : <ChangeCountsLine counts={counts} />}
        {(panels > 0 || isNewest) && (
          <span data-on={`${panels}/${total}`}>{tn('history.panels', panels, { total })}</span>
        )}
      </p>
      <div className={styles.choices}>
        {counts !== null && (
          <Button
            small
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            {t('history.look')}
            {about}
          </Button>
        )}
        {props.mayRollBack && !isNewest && counts !== null && (
          <Button
            small
            onClick={() =>
              actions.openDialog({ kind: 'roll-back', base: kb, to: revision, from: head })
            }
          >
            {t('history.roll-back')}
            {about}
          </Button>
        )}
      </div>
      {isOpen && (
        <div id={id} className={styles.changes}>
          <RevisionChanges kb={kb} from={from} to={version} />
        </div>
      )}
    </li>
  );
});
