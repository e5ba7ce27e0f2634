import { useTeam } from '../../lib/faces/use-team';
import { Notice } from './notice';
import { usePanel } from './panel-context';

/** The team's answers are gone: said where the cards were, until it is seen. */
export function TeamNotice() {
  const { team: store, t } = usePanel();
  const { state, organisation } = useTeam(store);
  if (state !== 'removed') return null;
  const understood = () => void store.actions.leave().catch(() => {});
  return (
    <Notice tone="bad" onDismiss={understood}>
      <p data-team="removed">{t('team.removed', { organisation })}</p>
    </Notice>
  );
}
