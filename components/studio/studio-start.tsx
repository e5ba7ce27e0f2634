import { sampleChoices } from '../../lib/faces/sample-choices';
import { Words } from '../panel/words';
import { Button } from '../ui/button';
import styles from './studio-app.module.css';
import { useStudio } from './studio-context';

/** No base of one's own yet: three ways to begin. */
export function StudioStart() {
  const { actions, t } = useStudio();
  return (
    <main className={styles.whole}>
      <Words title={t('studio.start')} hint={t('studio.start.hint')}>
        <Button look="primary" onClick={() => actions.openImport()}>
          {t('studio.start.import')}
        </Button>
        <Button onClick={() => actions.openDialog({ kind: 'base', base: undefined })}>
          {t('studio.start.write')}
        </Button>
      </Words>
      <h2 className={styles.or}>{t('import.sample')}</h2>
      <div className={styles.samples}>
        {sampleChoices.map((sample) => (
          <Button key={sample} onClick={() => void actions.loadSample(sample)}>
            {t(`import.sample.${sample}`)}
          </Button>
        ))}
      </div>
    </main>
  );
}
