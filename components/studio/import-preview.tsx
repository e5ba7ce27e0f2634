import { useState } from 'react';
import type { Importing } from '../../lib/faces/studio-state';
import { Button } from '../ui/button';
import dialogStyles from './dialog.module.css';
import { ImportColumns } from './import-columns';
import { ImportCounts } from './import-counts';
import styles from './import-dialog.module.css';
import { ImportProblems } from './import-problems';
import { ImportTable } from './import-table';
import { ImportTargetField } from './import-target-field';
import { useStudio } from './studio-context';

type Preview = Extract<Importing, { step: 'preview' }>;

/** What an import would do, before it does anything. */
export function ImportPreview({ shown }: { readonly shown: Preview }) {
  const { actions, t, tn } = useStudio();
  const [mode, setMode] = useState<'merge' | 'replace'>('merge');
  const { preview, name, busy, problems } = shown;
  const { counts } = preview;
  const total = counts.new + counts.changed + counts.same;
  const changes = counts.new + counts.changed + (mode === 'replace' ? counts.removed : 0);
  const canApply = !busy && changes > 0 && problems === undefined;
  return (
    <>
      {shown.note !== undefined && <p className={styles.bad}>▲ {t('studio.import.outdated')}</p>}
      <div className={styles.top}>
        <span className={styles.file}>{name}</span>
        <ImportCounts counts={counts} />
      </div>
      <ImportTargetField preview={preview} />
      <ImportColumns preview={preview} />
      {problems !== undefined ? (
        <ImportProblems problems={problems} more={0} />
      ) : (
        <ImportTable preview={preview} />
      )}
      {preview.baseExists && (
        <fieldset className={styles.mode}>
          <legend>{t('studio.import.mode')}</legend>
          {(['merge', 'replace'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="studio-import-mode"
                checked={mode === one}
                onChange={() => setMode(one)}
              />
              {t(`studio.import.mode.${one}`)}
            </label>
          ))}
          {mode === 'replace' && counts.removed > 0 && (
            <p className={styles.warn}>▲ {tn('studio.import.mode.replace.warn', counts.removed)}</p>
          )}
        </fieldset>
      )}
      <div className={`${dialogStyles.buttons} ${styles.sticky}`}>
        <Button onClick={() => actions.startImportOver()}>{t('studio.import.other-file')}</Button>
        <Button
          look="primary"
          disabled={!canApply}
          aria-busy={busy}
          onClick={() => void actions.applyImport(mode)}
        >
          {changes === 0 ? t('studio.import.nothing') : tn('studio.import.apply', total)}
        </Button>
      </div>
    </>
  );
}
