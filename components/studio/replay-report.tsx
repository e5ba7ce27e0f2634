import dialog from './dialog.module.css';
import styles from './replay-report.module.css';
import { useStudio } from './studio-context';
import type { ReplayDone } from './use-replay';

const kinds = ['lost', 'another', 'answered', 'reworded'] as const;
const sources = ['own', 'flagged', 'imported'] as const;

/** Where the questions come from, what would change for them in numbers, and each that changes. */
export function ReplayReport({ report }: { readonly report: ReplayDone }) {
  const { t, tn, language } = useStudio();
  const { asked, sharing, counts, unchanged, unanswered, changes } = report;
  const total = asked.own + asked.flagged + asked.imported;
  if (total === 0) return <p role="status">{t('replay.none')}</p>;
  const from = sources
    .filter((source) => asked[source] > 0)
    .map((source) => t(`replay.asked.${source}`, { count: asked[source] }));
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'long' });
  const known = sharing === null ? 'unknown' : sharing ? 'on' : 'off';
  const numbers = { ...counts, unchanged, unanswered };
  return (
    <>
      <p>{tn('replay.asked', total, { from: list.format(from) })}</p>
      <p className={dialog.hint}>{t(`replay.sharing.${known}`)}</p>
      <ul className={styles.counts} role="status">
        {[...kinds, 'unchanged' as const, 'unanswered' as const]
          .filter((kind) => numbers[kind] > 0)
          .map((kind) => (
            <li key={kind} data-count={kind}>
              {tn(`replay.count.${kind}`, numbers[kind])}
            </li>
          ))}
      </ul>
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map(({ question, kind, before, after }) => (
            <li key={question} data-replay={kind}>
              <q>{question}</q>
              <span>
                {t(`replay.change.${kind}`, { before: before ?? '', after: after ?? '' })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
