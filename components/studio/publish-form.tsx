import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import styles from './publish-bar.module.css';
import { atOnce, PublishTimes, type Times, timesOf } from './publish-times';
import { useStudio } from './studio-context';
import type { Publishing } from './use-publishing';

type Props = {
  readonly publishing: Publishing;
  readonly base: string;
  readonly count: number;
  /** Somebody else looks at it before it is published. */
  readonly needsReview: boolean;
};

/** What would be published, why, when, and the button; after a conflict, whose change shall stand. */
export function PublishForm({ publishing, base, count, needsReview }: Props) {
  const { actions, t, tn } = useStudio();
  const [why, setWhy] = useState('');
  const [times, setTimes] = useState<Times>();
  const [isBad, setBad] = useState(false);
  const { changes, conflict, isWorking } = publishing;
  const done = () => {
    setWhy('');
    setTimes(undefined);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const chosen = times === undefined ? atOnce : timesOf(times, Date.now());
    setBad(chosen === undefined);
    if (chosen === undefined) return;
    const isTimed = chosen.publishAt !== null || chosen.expireAt !== null;
    if (needsReview || isTimed) publishing.handIn(base, why, chosen, done);
    else publishing.publish(base, why, false, done);
  };
  const label = needsReview
    ? 'review.hand-in'
    : times === undefined
      ? 'publish.do'
      : 'review.schedule';
  return (
    <>
      <details className={styles.changes}>
        <summary>{tn('publish.changes', count)}</summary>
        <ul>
          {changes.map(({ id, title, kind }) => (
            <li key={id}>{t(`publish.kind.${kind}`, { title })}</li>
          ))}
        </ul>
      </details>
      <Button look="ghost" onClick={() => actions.openDialog({ kind: 'replay', base })}>
        {t('replay.open')}
      </Button>
      {conflict.length > 0 && (
        <p className={styles.told} role="alert">
          {t('publish.conflict', { titles: conflict.join(', ') })}{' '}
          <Button
            small
            disabled={isWorking}
            onClick={() => publishing.publish(base, why, true, done)}
          >
            {t('publish.overwrite')}
          </Button>
        </p>
      )}
      <form className={styles.form} onSubmit={send}>
        <input
          className={field.field}
          type="text"
          maxLength={2_000}
          aria-label={t('publish.why')}
          placeholder={t('publish.why')}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
        {times !== undefined && <PublishTimes times={times} onChange={setTimes} />}
        <Button
          look="ghost"
          onClick={() => setTimes(times === undefined ? { begin: '', end: '' } : undefined)}
        >
          {t(times === undefined ? 'review.times' : 'review.times.at-once')}
        </Button>
        <Button type="submit" look="primary" disabled={isWorking}>
          {t(isWorking ? 'publish.working' : label)}
        </Button>
      </form>
      {isBad && (
        <p className={styles.told} role="alert">
          {t('review.bad-times')}
        </p>
      )}
    </>
  );
}
