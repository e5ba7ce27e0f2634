import { sinceText } from '../../lib/faces/since-text';
import { useRoleNews } from '../../lib/faces/use-role-news';
import { useTeam } from '../../lib/faces/use-team';
import { Button } from '../ui/button';
import { OfflineLine } from './offline-line';
import styles from './offline-line.module.css';
import { usePanel } from './panel-context';

/** Whether the answers are the team's newest. Beside no team: only that there is no network. */
export function TeamLine() {
  const { state: panel, team: store, language, t } = usePanel();
  const team = useTeam(store);
  const { news, dismiss } = useRoleNews(team);
  const { state, since, organisation } = team;
  // What was removed is said by a notice of its own.
  if (state === 'none' || state === 'removed') return <OfflineLine />;
  const time = sinceText(since, Date.now(), language);
  if (news !== undefined && state === 'synced') {
    const role = t(`team.role.${news.role}`);
    const base = panel.bases?.find(({ id }) => id === news.base)?.name ?? news.base ?? '';
    return (
      <p className={styles.line} role="note" data-team={state} data-role={news.role}>
        {news.base === undefined
          ? t('team.role.now', { organisation, role })
          : t('team.role.now-in', { base, role })}{' '}
        <Button small look="ghost" onClick={dismiss}>
          {t('settings.team.understood')}
        </Button>
      </p>
    );
  }
  return (
    <p className={styles.line} role="note" data-team={state}>
      {t(`team.${state}`, { organisation, time })}
    </p>
  );
}
