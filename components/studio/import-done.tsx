import type { Importing } from '../../lib/faces/studio-state';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import dialogStyles from './dialog.module.css';
import styles from './import-dialog.module.css';
import { useStudio } from './studio-context';

const counted = [
  ['new', 'added'],
  ['changed', 'changed'],
  ['same', 'same'],
  ['removed', 'removed'],
] as const;

/** What the import did, and the way back. */
export function ImportDone({ shown }: { readonly shown: Extract<Importing, { step: 'done' }> }) {
  const { actions, t } = useStudio();
  const { result, undo } = shown;
  const isUndone = undo === 'undone';
  return (
    <>
      <h3 className={styles.heading}>
        {isUndone ? t('studio.import.undone') : t('studio.import.done', { name: result.base.name })}
      </h3>
      {!isUndone && (
        <div className={styles.counts}>
          {counted
            .filter(([, field]) => result[field] > 0)
            .map(([words, field]) => (
              <Chip key={field}>{t(`studio.import.${words}`, { count: result[field] })}</Chip>
            ))}
        </div>
      )}
      {(undo === 'outdated' || undo === 'forgotten' || undo === 'failed') && (
        <p className={styles.warn}>▲ {t(`studio.import.undo.${undo}`)}</p>
      )}
      <div className={dialogStyles.buttons}>
        {(undo === 'open' || undo === 'working' || undo === 'failed') && (
          <Button disabled={undo === 'working'} onClick={() => void actions.undoImport()}>
            {t('studio.import.undo')}
          </Button>
        )}
        <Button look="primary" onClick={() => actions.closeDialog()}>
          {t('studio.close')}
        </Button>
      </div>
    </>
  );
}
