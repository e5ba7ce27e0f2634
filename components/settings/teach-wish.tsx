import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';

/** Teaching begins in the console itself: here it is asked for. */
export function TeachWish({ host }: { readonly host: string }) {
  const { state, actions, t } = usePanel();
  if (state.settings.teachNext !== host) {
    return (
      <Button
        small
        aria-label={t('settings.console.teach.label', { host })}
        onClick={() => actions.teachNextOn(host)}
      >
        {t('settings.console.teach')}
      </Button>
    );
  }
  return (
    <Button small onClick={() => actions.teachNextOn('')}>
      {t('settings.console.teach.cancel')}
    </Button>
  );
}
