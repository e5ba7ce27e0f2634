import type { Suggestion } from '../../lib/domain/suggestion';
import { ageText } from '../../lib/faces/age-text';
import { Chip } from '../ui/chip';
import styles from './card.module.css';
import { usePanel } from './panel-context';

/** A chip holds a few words; the rest are marked in the answer anyway. */
const mostWords = 4;

/** Why this card: what matched, where it comes from, how old and how much used it is. */
export function CardWhy({ suggestion }: { readonly suggestion: Suggestion }) {
  const { t, now, language } = usePanel();
  const { reasons, baseName, entry, picks } = suggestion;
  const quoted = [...new Set(reasons.words)]
    .slice(0, mostWords)
    .map((word) => t('card.quote', { word }))
    .join(' · ');
  const matches = t('card.matches', { words: quoted });
  const nearest =
    reasons.source === 'learned'
      ? t('card.learned', { phrasing: reasons.phrasing ?? '' })
      : reasons.phrasing;
  const source = t('card.source', {
    base: baseName,
    ago: ageText(entry.updatedAt, now(), language),
  });
  return (
    <div className={styles.why}>
      {quoted !== '' && <Chip title={nearest ?? matches}>{matches}</Chip>}
      <Chip title={source}>{source}</Chip>
      {picks > 0 && <Chip>{t('card.picked', { count: picks })}</Chip>}
    </div>
  );
}
