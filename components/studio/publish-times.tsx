import field from '../ui/field.module.css';
import styles from './publish-bar.module.css';
import { useStudio } from './studio-context';

/** As the fields hold them: local, to the minute; empty where none is chosen. */
export type Times = { readonly begin: string; readonly end: string };
type Chosen = { readonly publishAt: number | null; readonly expireAt: number | null };

export const atOnce: Chosen = { publishAt: null, expireAt: null };

/** In ms since 1970; undefined where they cannot be meant. */
export function timesOf({ begin, end }: Times, now: number): Chosen | undefined {
  const publishAt = begin === '' ? null : new Date(begin).getTime();
  const expireAt = end === '' ? null : new Date(end).getTime();
  if (publishAt === null && expireAt === null) return undefined;
  // The minute that it is now is no mistake.
  if (publishAt !== null && !(publishAt > now - 60_000)) return undefined;
  if (expireAt !== null && !(expireAt > Math.max(now, publishAt ?? 0))) return undefined;
  return { publishAt, expireAt };
}

type PublishTimesProps = { readonly times: Times; readonly onChange: (times: Times) => void };

/** From when on, and until when. */
export function PublishTimes({ times, onChange }: PublishTimesProps) {
  const { t } = useStudio();
  return (
    <>
      <label className={styles.time}>
        <span>{t('review.publish-at')}</span>
        <input
          className={field.field}
          type="datetime-local"
          value={times.begin}
          onChange={({ target }) => onChange({ ...times, begin: target.value })}
        />
      </label>
      <label className={styles.time}>
        <span>{t('review.expire-at')}</span>
        <input
          className={field.field}
          type="datetime-local"
          value={times.end}
          onChange={({ target }) => onChange({ ...times, end: target.value })}
        />
      </label>
    </>
  );
}
