import { type TaughtField, type TeachState, taughtFields } from '../../lib/protocol/teach-messages';
import { Button } from '../ui/button';
import { usePanel } from './panel-context';
import { fieldWords } from './teach-field-words';
import { TeachLines } from './teach-lines';
import styles from './teach-panel.module.css';

/** What is read by what was pointed out: to be kept, added to, or begun anew. */
export function TeachCheck({ teaching }: { readonly teaching: TeachState }) {
  const { actions, t, tn } = usePanel();
  const { reading, made } = teaching;
  const shownAt = (field: TaughtField) =>
    field === 'customer' ? reading?.customerName : reading?.fields[field];
  return (
    <>
      {reading !== null && (
        <>
          <h3>{t('teach.check')}</h3>
          <p className={styles.counts}>
            {tn('teach.check.customer', reading.customer)}
            {' · '}
            {tn('teach.check.agent', reading.agent)}
          </p>
          <TeachLines lines={reading.latest} />
          <div>
            <p className={styles.hint}>{t('teach.fields')}</p>
            <div className={styles.fields}>
              {taughtFields.map((field) => (
                <Button small key={field} onClick={() => actions.pointAt(field)}>
                  {fieldWords(field, t)}
                  {shownAt(field) && <b>{shownAt(field)}</b>}
                </Button>
              ))}
            </div>
          </div>
        </>
      )}
      <div className={styles.buttons}>
        {made !== null && (
          <Button look="primary" onClick={() => void actions.keepTaught()}>
            {t('teach.keep')}
          </Button>
        )}
        <Button onClick={() => actions.startTeaching()}>{t('teach.over')}</Button>
        <Button look="ghost" onClick={() => actions.stopTeaching()}>
          {t('teach.give-up')}
        </Button>
      </div>
    </>
  );
}
