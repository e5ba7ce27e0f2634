import { fileLimits } from '../../lib/protocol/knowledge-file';
import { Button } from '../ui/button';
import { Dialog } from './dialog';
import dialogStyles from './dialog.module.css';
import { ImportChoose } from './import-choose';
import styles from './import-dialog.module.css';
import { ImportDone } from './import-done';
import { ImportPreview } from './import-preview';
import { ImportProblems } from './import-problems';
import { useStudio } from './studio-context';

/** Bringing answers in: choose, look, apply, and undo. */
export function ImportDialog() {
  const { state, t } = useStudio();
  const { importing } = state;
  const busy = importing.step === 'applying' || importing.step === 'reading';
  return (
    <Dialog title={t('studio.import.title')} wide busy={busy}>
      <div className={dialogStyles.body} data-step={importing.step}>
        <Step />
      </div>
    </Dialog>
  );
}

function Step() {
  const { state, actions, t } = useStudio();
  const { importing } = state;
  const another = (
    <div className={dialogStyles.buttons}>
      <Button look="primary" onClick={() => actions.startImportOver()}>
        {t('studio.import.other-file')}
      </Button>
    </div>
  );
  switch (importing.step) {
    case 'choose':
      return <ImportChoose />;
    case 'reading':
      return <p>{t('studio.import.reading', { name: importing.name })}</p>;
    case 'preview':
      return <ImportPreview shown={importing} />;
    case 'refused':
      return (
        <>
          <h3 className={styles.bad}>▲ {t('studio.import.refused')}</h3>
          <p className={styles.file}>{importing.name}</p>
          <ImportProblems problems={importing.problems} more={importing.more} />
          {another}
        </>
      );
    case 'applying': {
      const { done, total } = importing;
      const words = t('studio.import.applying', { done, total });
      return (
        <div className={styles.progress}>
          <p>{words}</p>
          <progress aria-label={words} value={done} max={Math.max(1, total)} />
        </div>
      );
    }
    case 'done':
      return <ImportDone shown={importing} />;
    case 'failed':
      return (
        <>
          <p className={styles.bad}>
            ▲{' '}
            {t(`studio.import.failed.${importing.why}`, {
              limit: fileLimits.bytes / 1024 / 1024,
            })}
          </p>
          {another}
        </>
      );
  }
}
