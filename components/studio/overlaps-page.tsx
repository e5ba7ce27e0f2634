import { Words } from '../panel/words';
import { Button } from '../ui/button';
import { OverlapPair } from './overlap-pair';
import styles from './overlaps-page.module.css';
import { useStudio } from './studio-context';

/** Answers to the same question, side by side: the same twice, or at odds with each other. */
export function OverlapsPage() {
  const { state, actions, t, tn } = useStudio();
  const { load, pairs, more } = state.overlaps;
  return (
    <div className={styles.page}>
      <h2>{t('overlaps.name')}</h2>
      <p className={styles.hint}>{t('overlaps.hint')}</p>
      {load === 'failed' && (
        <Words title={t('overlaps.failed')}>
          <Button onClick={() => void actions.refreshPlace()}>{t('studio.retry')}</Button>
        </Words>
      )}
      {load === 'loading' && <Words late title={t('overlaps.looking')} />}
      {load === 'ready' && pairs.length === 0 && (
        <Words title={t('overlaps.none')} hint={t('overlaps.none.hint')} />
      )}
      {pairs.length > 0 && (
        <ul className={styles.list} aria-label={t('overlaps.list')}>
          {pairs.map((pair) => (
            <OverlapPair
              key={JSON.stringify([pair.one.base, pair.one.id, pair.other.id])}
              pair={pair}
            />
          ))}
        </ul>
      )}
      {more > 0 && <p className={styles.hint}>{tn('overlaps.more', more)}</p>}
    </div>
  );
}
