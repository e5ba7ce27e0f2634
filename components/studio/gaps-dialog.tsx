import { type GapGroup, gapGroups } from '../../lib/faces/gap-groups';
import { Button } from '../ui/button';
import { Unseen } from '../ui/unseen';
import { Dialog } from './dialog';
import styles from './dialog.module.css';
import { GapRules } from './gap-rules';
import { goTo } from './places';
import review from './review.module.css';
import { useStudio } from './studio-context';
import { useGaps } from './use-gaps';

/** What customers asked and no answer fitted, and what of it comes here. */
export function GapsDialog() {
  const { actions, team, language, t } = useStudio();
  const { known, look } = useGaps(team.gaps, true);
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const write = ({ text }: GapGroup) => {
    actions.closeDialog();
    actions.showPlace('answers');
    actions.newEntry();
    actions.change({ phrasings: [{ text, source: 'author' }] });
    goTo('title');
  };
  const close = ({ ids }: GapGroup) => void team.gaps.close(ids).then(look, () => {});
  const groups = gapGroups(known?.gaps ?? []);
  return (
    <Dialog title={t('gaps.name')} wide>
      <div className={styles.body}>
        {known === null && <p>{t('gaps.unreachable')}</p>}
        {known !== null && groups.length === 0 && <p>{t('gaps.none')}</p>}
        <ul className={review.list}>
          {groups.map((group) => {
            const { ids, text, at, consoles } = group;
            const time = times.format(at);
            const about = <Unseen>: {text}</Unseen>;
            return (
              <li key={ids[0]} className={review.row} data-gap={ids[0]}>
                <div className={review.quote}>{text}</div>
                <p className={review.facts}>
                  {[
                    t(ids.length > 1 ? 'gaps.times' : 'gaps.once', { count: ids.length, time }),
                    ...consoles,
                  ].join(' · ')}
                </p>
                <div className={review.choices}>
                  <Button small look="primary" onClick={() => write(group)}>
                    {t('gaps.write')}
                    {about}
                  </Button>
                  <Button small onClick={() => close(group)}>
                    {t('gaps.close')}
                    {about}
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
        {known !== null && <GapRules known={known} onSaved={look} />}
      </div>
    </Dialog>
  );
}
