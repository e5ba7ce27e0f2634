import { changedDrafts } from '../../lib/faces/studio-state';
import { Button } from '../ui/button';
import bar from './bottom-bar.module.css';
import { useStudio } from './studio-context';
import styles from './unsaved-bar.module.css';

/** What is written but not saved yet, over all entries and bases. */
export function UnsavedBar() {
  const { state, actions, t, tn } = useStudio();
  const changed = changedDrafts(state);
  if (changed.length === 0) return null;
  const fresh = changed.filter(({ saved }) => saved === undefined).length;
  return (
    <footer className={bar.bar}>
      <b>{tn('studio.unsaved', changed.length)}</b>
      {fresh > 0 && fresh < changed.length && (
        <span className={bar.quiet}>
          {t('studio.unsaved.parts', { edited: changed.length - fresh, fresh })}
        </span>
      )}
      <span className={`${bar.quiet} ${styles.hint}`}>{t('studio.unsaved.hint')}</span>
      <span className={bar.gap} />
      <Button look="primary" onClick={() => void actions.saveAll()}>
        {t(changed.length === 1 ? 'studio.save' : 'studio.save-all')}
      </Button>
    </footer>
  );
}
