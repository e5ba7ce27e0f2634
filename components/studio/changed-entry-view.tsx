import { diffPieces } from '../../lib/faces/diff-pieces';
import { langOf } from '../../lib/faces/lang-of';
import type { ChangedEntry } from '../../lib/protocol/team-page-calls';
import { Chip } from '../ui/chip';
import { Unseen } from '../ui/unseen';
import styles from './changed-entry.module.css';
import { fieldWords, valueWords } from './field-words';
import { useStudio } from './studio-context';

const tones = {
  added: 'good',
  changed: 'plain',
  removed: 'alarm',
  base: 'plain',
  same: 'plain',
} as const;

type ChangedEntryViewProps = {
  readonly entry: ChangedEntry;
  /** What has to be known of it besides. */
  readonly warning?: string | undefined;
};

/** One answer's change: each field that differs, with the words that went and came. */
export function ChangedEntryView({ entry, warning }: ChangedEntryViewProps) {
  const { t } = useStudio();
  const { title, kind, fields } = entry;
  return (
    <section className={styles.entry} aria-label={title} data-change={kind}>
      <p className={styles.about}>
        <Chip tone={tones[kind]}>{t(`change.${kind}`)}</Chip>
        <b lang={langOf(title)}>{title}</b>
      </p>
      {warning !== undefined && <p className={styles.warning}>{warning}</p>}
      <dl>
        {fields.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(fieldWords[field])}</dt>
            <dd lang={langOf(after || before)}>
              <WordDiff before={valueWords(field, before, t)} after={valueWords(field, after, t)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Struck through and underlined, and said: colour is never the only sign. */
function WordDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const { t, language } = useStudio();
  const said = (key: 'change.gone' | 'change.new') => (
    <Unseen>
      <span lang={language}>{` ${t(key)} `}</span>
    </Unseen>
  );
  return diffPieces(before, after).map(({ kind, text }, at) => {
    const key = `${at} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return kind === 'gone' ? (
      <del key={key}>
        {said('change.gone')}
        {text}
      </del>
    ) : (
      <ins key={key}>
        {said('change.new')}
        {text}
      </ins>
    );
  });
}
