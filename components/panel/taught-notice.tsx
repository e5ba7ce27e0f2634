import { useEffect } from 'react';
import { unproven } from '../../lib/faces/taught-shown';
import { useTeam } from '../../lib/faces/use-team';
import { mayDo } from '../../lib/protocol/hub-sync';
import { Button } from '../ui/button';
import { Notice } from './notice';
import { usePanel } from './panel-context';
import { TeachLines } from './teach-lines';

const mostLines = 3;

/** Asks to see what was taught on a second conversation, and whether it is right there. */
export function TaughtNotice() {
  const { state, actions, team, t } = usePanel();
  const { role } = useTeam(team);
  const shown = unproven(state);
  const isAsking = shown?.isSecond === true && state.teaching === undefined;
  useEffect(() => {
    if (!isAsking) return;
    actions.showReading(true);
    return () => actions.showReading(false);
  }, [isAsking, actions]);
  if (shown === undefined || state.teaching !== undefined) return null;
  const { id } = shown.taught.recipe;
  const maySoon = role !== null && mayDo(role, 'supervisor');
  if (!shown.isSecond) {
    return (
      <Notice tone="plain">
        <p>{t('teach.second')}</p>
        {maySoon && <p>{t('teach.second.share')}</p>}
      </Notice>
    );
  }
  const lines = (state.conversation?.messages ?? []).slice(-mostLines).map(({ role, text }) => ({
    role: role === 'customer' || role === 'agent' ? role : ('neither' as const),
    text,
  }));
  return (
    <Notice tone="plain">
      <p>
        <strong>{t('teach.second.ask')}</strong>
      </p>
      <TeachLines lines={lines} />
      <Button small look="primary" onClick={() => actions.confirmTaught(id)}>
        {t('teach.second.yes')}
      </Button>{' '}
      <Button small onClick={() => actions.startTeaching()}>
        {t('teach.second.no')}
      </Button>
      {state.teachFailed && <p role="alert">{t('teach.failed')}</p>}
    </Notice>
  );
}
