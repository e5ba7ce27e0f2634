import { useRoleNews } from '../../lib/faces/use-role-news';
import { useTeam } from '../../lib/faces/use-team';
import { Button } from '../ui/button';
import { baseWords } from './base-words';
import bar from './bottom-bar.module.css';
import { useStudio } from './studio-context';

/** What somebody else did to this person's place in the team. */
export function TeamNotice() {
  const studio = useStudio();
  const { team: store, t } = studio;
  const team = useTeam(store);
  const { news, dismiss } = useRoleNews(team);
  const { state, organisation } = team;
  if (state === 'removed') {
    return (
      <section className={bar.bar} role="alert" data-team="removed">
        <b>{t('team.removed', { organisation })}</b>
        <span className={bar.gap} />
        <Button onClick={() => void store.actions.leave().catch(() => {})}>
          {t('settings.team.understood')}
        </Button>
      </section>
    );
  }
  if (news === undefined) return null;
  const role = t(`team.role.${news.role}`);
  return (
    <section className={bar.bar} role="alert" data-team="role">
      <b>
        {news.base === undefined
          ? t('team.role.now', { organisation, role })
          : t('team.role.now-in', { base: baseWords(news.base, studio), role })}
      </b>
      <span className={bar.gap} />
      <Button onClick={dismiss}>{t('settings.team.understood')}</Button>
    </section>
  );
}
