import { columnFields, type ReadyPreview } from '../../lib/protocol/import-calls';
import styles from './import-dialog.module.css';
import { useStudio } from './studio-context';

/** What each column was taken for; a wrong guess is mended here. */
export function ImportColumns({ preview }: { readonly preview: ReadyPreview }) {
  const { actions, t } = useStudio();
  const { columns, mapping } = preview;
  if (columns.length === 0) return null;
  const fieldOf = (column: number) =>
    mapping.find((one) => one.column === column)?.field ?? 'ignore';
  return (
    <section aria-label={t('studio.import.columns')}>
      <h3 className={styles.heading}>{t('studio.import.columns')}</h3>
      <ul className={styles.columns}>
        {columns.map(({ index, name, samples }) => (
          <li key={index}>
            <span className={styles.column}>{name}</span>
            <span className={styles.sample}>{samples.join(' · ')}</span>
            <select
              aria-label={t('studio.import.column', { name })}
              value={fieldOf(index)}
              onChange={(event) => {
                const field = columnFields.find((one) => one === event.target.value);
                if (field !== undefined) void actions.mapColumn(index, field);
              }}
            >
              {columnFields.map((field) => (
                <option key={field} value={field}>
                  {t(`studio.import.field.${field}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
