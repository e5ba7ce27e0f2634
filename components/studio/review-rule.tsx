import styles from './dialog.module.css';
import { useStudio } from './studio-context';

type ReviewRuleProps = {
  readonly base: string;
  readonly approvals: 0 | 1 | 2;
  readonly onChanged: () => void;
};

const choices = [0, 1, 2] as const;

/** How many must approve a change of the base; an administrator chooses. */
export function ReviewRule({ base, approvals, onChanged }: ReviewRuleProps) {
  const { team, t } = useStudio();
  const choose = (chosen: string) => {
    const found = choices.find((one) => String(one) === chosen);
    if (found !== undefined) void team.review.askFor(base, found).then(onChanged, () => {});
  };
  return (
    <label className={styles.field}>
      <span>{t('review.rule')}</span>
      <select value={approvals} onChange={({ target }) => choose(target.value)}>
        {choices.map((one) => (
          <option key={one} value={one}>
            {t(`review.rule.${one}`)}
          </option>
        ))}
      </select>
      <small>{t('review.rule.hint')}</small>
    </label>
  );
}
