import { ImportButton } from './import-button';
import styles from './knowledge-start.module.css';
import { usePanel } from './panel-context';
import { SampleButtons } from './sample-buttons';
import { Words } from './words';

/** The first thing anybody sees: two ways to get answers. */
export function KnowledgeStart() {
  const { t } = usePanel();
  return (
    <div className={styles.start}>
      <div>
        <Words title={t('state.no-knowledge')} hint={t('state.no-knowledge.hint')}>
          <ImportButton look="primary" />
        </Words>
      </div>
      <p className={styles.drop}>{t('import.drop')}</p>
      <div className={styles.samples}>
        <h3>{t('import.sample')}</h3>
        <SampleButtons />
      </div>
    </div>
  );
}
