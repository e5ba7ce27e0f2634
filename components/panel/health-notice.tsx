import { Button } from '../ui/button';
import { Notice } from './notice';
import { usePanel } from './panel-context';

/** The console has changed under its recipe: what no longer works, what is done instead, the way on. */
export function HealthNotice() {
  const { state, actions, t } = usePanel();
  const { broken, consoleState, teaching } = state;
  if (broken === undefined || teaching !== undefined) return null;
  return (
    <Notice tone="bad">
      <p>
        <strong>{t(`health.${broken}`)}</strong>
      </p>
      {consoleState === 'generic' && <p>{t('health.generic')}</p>}
      <Button small onClick={() => actions.startTeaching()}>
        {t('teach.again')}
      </Button>
    </Notice>
  );
}
