import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import styles from './publish-bar.module.css';
import { useStudio } from './studio-context';
import type { Publishing } from './use-publishing';

type Props = {
  readonly publishing: Publishing;
  readonly base: string;
  readonly count: number;
};

/** What would be published, why, and the button; after a conflict, whose change shall stand. */
export function PublishForm({ publishing, base, count }: Props) {
  const { t, tn } = useStudio();
  const [why, setWhy] = useState('');
  const { changes, conflict, isWorking } = publishing;
  const publish = (event: FormEvent) => {
    event.preventDefault();
    publishing.publish(base, why, false, () => setWhy(''));
  };
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
      {conflict.length > 0 && (
        <p className={styles.told} role="alert">
          {t('publish.conflict', { titles: conflict.join(', ') })}{' '}
          <Button
            small
            disabled={isWorking}
            onClick={() => publishing.publish(base, why, true, () => setWhy(''))}
          >
            {t('publish.overwrite')}
          </Button>
        </p>
      )}
      <form className={styles.form} onSubmit={publish}>
        <input
          className={field.field}
          type="text"
          maxLength={2_000}
          aria-label={t('publish.why')}
          placeholder={t('publish.why')}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
        <Button type="submit" look="primary" disabled={isWorking}>
          {t(isWorking ? 'publish.working' : 'publish.do')}
        </Button>
      </form>
    </>
  );
}
