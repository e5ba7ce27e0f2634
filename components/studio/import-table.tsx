import { importProblemWords } from '../../lib/faces/import-problem-words';
import type { ReadyPreview } from '../../lib/protocol/import-calls';
import styles from './import-dialog.module.css';
import { useStudio } from './studio-context';

type Row = {
  readonly key: string;
  readonly line: number;
  readonly change: 'new' | 'changed' | 'same' | 'duplicate' | 'bad';
  readonly question: string;
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
      question: importProblemWords(problem, studio),
      answer: '',
    })),
    ...duplicates.rows.map(({ row, of }) => ({
      key: `duplicate/${row}`,
      line: row,
      change: 'duplicate' as const,
      question: t('studio.import.same-as', { line: of }),
      answer: '',
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
              <td colSpan={row.answer === '' ? 2 : 1}>
                <span className={styles.clip}>{row.question}</span>
              </td>
              {row.answer !== '' && (
                <td>
                  <span className={styles.clip}>{row.answer}</span>
                </td>
              )}
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
