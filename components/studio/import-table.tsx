import { importProblemWords } from '../../lib/faces/import-problem-words';
import type { ReadyPreview } from '../../lib/protocol/import-calls';
import styles from './import-dialog.module.css';
import { useStudio } from './studio-context';

type Row = {
  readonly key: string;
  readonly line: number;
  readonly change: 'new' | 'changed' | 'same' | 'duplicate' | 'bad';
  /** Empty where a row asks nothing, which is what is wrong with it. */
  readonly question: string;
  /** Or why the row is left out. */
  readonly answer: string;
};

/** Bad rows and duplicates first, because they are what somebody must look at. */
export function ImportTable({ preview }: { readonly preview: ReadyPreview }) {
  const studio = useStudio();
  const { t, tn } = studio;
  const { bad, duplicates, sample, counts } = preview;
  const rows: readonly Row[] = [
    ...bad.rows.map((problem) => ({
      key: `bad/${problem.row}/${problem.column}/${problem.kind}`,
      line: problem.row,
      change: 'bad' as const,
      question: problem.asks,
      answer: importProblemWords(problem, studio),
    })),
    ...duplicates.rows.map(({ row, of, asks }) => ({
      key: `duplicate/${row}`,
      line: row,
      change: 'duplicate' as const,
      question: asks,
      answer: t('studio.import.same-as', { line: of }),
    })),
    ...sample.map((entry) => ({
      key: `entry/${entry.row}/${entry.id}`,
      line: entry.row,
      change: entry.change,
      question: entry.title,
      answer: entry.answer,
    })),
  ];
  const entries = counts.new + counts.changed + counts.same;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('studio.import.line')}</th>
            <th scope="col">{t('studio.import.what')}</th>
            <th scope="col">{t('studio.import.question')}</th>
            <th scope="col">{t('studio.import.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-change={row.change}>
              <td className={styles.line}>{row.line === 0 ? '–' : row.line}</td>
              <td className={styles.change}>{t(`studio.import.row.${row.change}`)}</td>
              {row.question !== '' && (
                <td>
                  <span className={styles.clip}>{row.question}</span>
                </td>
              )}
              <td colSpan={row.question === '' ? 2 : 1}>
                <span className={styles.clip}>{row.answer}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>
        {entries > sample.length && t('studio.import.shown', { count: sample.length })}{' '}
        {bad.more > 0 && tn('studio.import.more-bad', bad.more)}
      </p>
    </div>
  );
}
