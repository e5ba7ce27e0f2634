import { useId, useState } from 'react';
import type { Suggestion } from '../../lib/domain/suggestion';
import { ageText } from '../../lib/faces/age-text';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { Unseen } from '../ui/unseen';
import { hasWhyWords, WhyWords } from '../ui/why-words';
import styles from './card.module.css';
import { usePanel } from './panel-context';

/** A chip holds a few words; the rest are marked in the answer anyway. */
const mostWords = 4;

/** Why this card: what matched, where it comes from, how old and how much used it is. */
export function CardWhy({ suggestion }: { readonly suggestion: Suggestion }) {
  const { t, now, language } = usePanel();
  const [isOpen, setOpen] = useState(false);
  const words = useId();
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
      {hasWhyWords(reasons) && (
        <Button
          small
          look="ghost"
          aria-expanded={isOpen}
          aria-controls={isOpen ? words : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {t('why.show')}
          <Unseen>: {entry.title}</Unseen>
          <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </Button>
      )}
      {isOpen && (
        <div id={words} className={styles['why-words']}>
          <WhyWords reasons={reasons} t={t} />
        </div>
      )}
    </div>
  );
}
