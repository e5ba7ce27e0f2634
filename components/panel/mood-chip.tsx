import type { MoodReading } from '../../lib/domain/mood';
import { moodEvidence } from '../../lib/faces/mood-evidence';
import { Chip } from '../ui/chip';
import { Unseen } from '../ui/unseen';
import { usePanel } from './panel-context';

/** A shape beside each word, as colour alone tells nobody anything. U+FE0E: no colour emoji. */
const looks = {
  pleased: { sign: '☺\uFE0E', tone: 'good' },
  worried: { sign: '△', tone: 'warning' },
  frustrated: { sign: '▲', tone: 'alarm' },
  angry: { sign: '◆', tone: 'alarm' },
} as const;

/** How the customer sounds, and by which words; nothing when they are calm. */
export function MoodChip({ reading }: { readonly reading: MoodReading }) {
  const { t } = usePanel();
  const { mood } = reading;
  if (mood === 'calm') return null;
  const words = moodEvidence(reading).map((word) => t('card.quote', { word }));
  const why = words.length > 0 ? t('heard.mood.why', { words: words.join(' · ') }) : '';
  return (
    <Chip tone={looks[mood].tone} {...(why === '' ? {} : { title: why })}>
      <span aria-hidden="true">{looks[mood].sign} </span>
      {t(`heard.mood.${mood}`)}
      {why !== '' && <Unseen>{`. ${why}`}</Unseen>}
    </Chip>
  );
}
