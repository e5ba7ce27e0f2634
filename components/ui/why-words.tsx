import type { Reasons } from '../../lib/domain/suggestion';
import { voteParts } from '../../lib/faces/vote-parts';
import type { TextKey, Values } from '../../lib/i18n/translate';
import styles from './why-words.module.css';

type WhyWordsProps = {
  readonly reasons: Reasons;
  readonly t: (key: TextKey, values?: Values) => string;
};

/** Why an answer was chosen, in words: the likest phrasing, the words shared, and what counted. */
export function WhyWords({ reasons, t }: WhyWordsProps) {
  const words = [...new Set(reasons.words)];
  const votes = voteParts(reasons.votes);
  return (
    <ul className={styles.why}>
      {reasons.phrasing !== undefined && (
        <li>{t('why.nearest', { phrasing: t('card.quote', { word: reasons.phrasing }) })}</li>
      )}
      {words.length > 0 && <li>{t('why.words', { words: words.join(t('why.between')) })}</li>}
      {votes.length > 0 && (
        <li>
          {t('why.votes', {
            votes: votes.map(({ kind, percent }) => t(`why.vote.${kind}`, { percent })).join(' · '),
          })}
        </li>
      )}
    </ul>
  );
}

/** Whether there is anything to say. */
export function hasWhyWords({ phrasing, words, votes }: Reasons): boolean {
  return phrasing !== undefined || words.length > 0 || voteParts(votes).length > 0;
}
