import { useTeam } from '../../lib/faces/use-team';
import { OfflineLine } from './offline-line';
import styles from './offline-line.module.css';
import { usePanel } from './panel-context';

/** Whether the answers are the team's newest. Beside no team: only that there is no network. */
export function TeamLine() {
  const { team: store, language, t } = usePanel();
  const { state, since, organisation } = useTeam(store);
  // What was removed is said by a notice of its own.
  if (state === 'none' || state === 'removed') return <OfflineLine />;
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(since);
  return (
    <p className={styles.line} role="note" data-team={state}>
      {t(`team.${state}`, { organisation, time })}
    </p>
  );
}
