import type { Suggestion } from '../../lib/domain/suggestion';
import { draftKey } from '../../lib/faces/studio-draft';
import { WhyWords } from '../ui/why-words';
import { useStudio } from './studio-context';
import styles from './try-it.module.css';

type TryResultProps = {
  readonly suggestion: Suggestion;
  /** Counted from 1. */
  readonly place: number;
};

/** One answer that agents would see; a click opens it. */
export function TryResult({ suggestion, place }: TryResultProps) {
  const { state, actions, t } = useStudio();
  const { entry, kind, baseName, reasons } = suggestion;
  const key = draftKey(entry);
  const { before } = state.tryIt;
  const was = before?.[key];
  const moved = () => {
    if (before === undefined || was === place || key !== state.open) return '';
    const words =
      was === undefined ? t('studio.try.was-none') : t('studio.try.was', { place: was });
    return ` · ${words}`;
  };
  const open = () => {
    if (entry.base !== state.base) actions.chooseBase(entry.base);
    void actions.open({ base: entry.base, id: entry.id });
  };
  return (
    <li className={styles.result} data-kind={kind}>
      <button type="button" onClick={open}>
        <span className={styles.place}>{place}</span> {entry.title}
      </button>
      <span className={styles.standing}>
        {t(`card.kind.${kind}`)}
        {moved()}
        <span className={styles.base}>
          {' · '}
          {key === state.open ? t('studio.try.this') : baseName}
        </span>
      </span>
      <WhyWords reasons={reasons} t={t} />
    </li>
  );
}
