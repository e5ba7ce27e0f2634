import { answerStart } from '../../lib/faces/answer-start';
import type { EntryPair } from '../../lib/protocol/learning-calls';
import { slotWords } from '../panel/slot-words';
import { Button } from '../ui/button';
import { Unseen } from '../ui/unseen';
import styles from './overlaps-page.module.css';
import { useStudio } from './studio-context';

/** From here two answers read alike; under it only their questions do. */
const leastAlike = 0.8;

function headingOf({ kind, answers }: EntryPair) {
  if (kind === 'contradiction') return 'overlaps.contradiction';
  return answers < leastAlike ? 'overlaps.asked-alike' : 'overlaps.duplicate';
}

/** Two answers to one question, and what only one of them says. */
export function OverlapPair({ pair }: { readonly pair: EntryPair }) {
  const { t } = useStudio();
  const said = (words: readonly string[]) =>
    words.length === 0 ? t('overlaps.nothing') : words.join(t('why.between'));
  const differences = pair.differences.map(({ kind, one, other }) => ({
    kind,
    words: t('overlaps.differ.both', { one: said(one), other: said(other) }),
  }));
  return (
    <li className={styles.pair} data-kind={pair.kind}>
      <h3>
        <span aria-hidden="true">{pair.kind === 'contradiction' ? '▲ ' : '= '}</span>
        {t(headingOf(pair))}
      </h3>
      {differences.length > 0 && (
        <dl className={styles.differ} aria-label={t('overlaps.differ')}>
          {differences.map(({ kind, words }) => (
            <div key={kind}>
              <dt>{t(`overlaps.differ.${kind}`)}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles.sides}>
        <Side side={pair.one} phrasing={pair.phrasings.one} />
        <Side side={pair.other} phrasing={pair.phrasings.other} />
      </div>
    </li>
  );
}

type SideProps = { readonly side: EntryPair['one']; readonly phrasing: string };

function Side({ side, phrasing }: SideProps) {
  const { actions, t } = useStudio();
  return (
    <div className={styles.side}>
      <h4>{side.title}</h4>
      <p className={styles.hint}>
        {side.baseName} · {t('overlaps.asked', { phrasing })}
      </p>
      <p className={styles.start}>{answerStart(side.start, (slot) => slotWords(slot, t))}</p>
      <Button small onClick={() => actions.openEntry({ base: side.base, id: side.id })}>
        {t('overlaps.open')}
        <Unseen>: {side.title}</Unseen>
      </Button>
    </div>
  );
}
