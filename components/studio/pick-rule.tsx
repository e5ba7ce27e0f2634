import { useEffect, useState } from 'react';
import styles from './dialog.module.css';
import { useStudio } from './studio-context';

/** A switch of its own: whoever said yes to questions without an answer did not say yes to this. */
export function PickRule({ tell }: { readonly tell: (words: string) => void }) {
  const { team, t } = useStudio();
  const [isOn, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    team.gaps.sharesPicks().then(setOn, () => {});
  }, [team]);
  if (isOn === null) return null;
  const save = (learned: boolean) =>
    void team.gaps.sharePicks(learned).then(
      ({ done }) => {
        if (done) setOn(learned);
        tell(t(done ? 'gaps.rules.saved' : 'review.refused'));
      },
      () => tell(t('gaps.unreachable')),
    );
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => save(target.checked)} />
      <span>
        <b>{t('gaps.picks')}</b>
        <small>{t('gaps.picks.hint')}</small>
      </span>
    </label>
  );
}
