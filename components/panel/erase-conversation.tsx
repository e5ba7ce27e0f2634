import { useState } from 'react';
import { Button } from '../ui/button';
import { usePanel } from './panel-context';
import styles from './settings-menu.module.css';

type Step =
  | { readonly kind: 'asked' | 'failed' }
  | { readonly kind: 'done'; readonly events: number };

/** Erases what was noted of the conversation on screen, once the agent has confirmed it. */
export function EraseConversation() {
  const { state, actions, t, tn } = usePanel();
  const [step, setStep] = useState<Step>();
  if (state.conversation === null) return null;
  const erase = () =>
    actions.eraseConversation().then(
      (events) => setStep({ kind: 'done', events }),
      () => setStep({ kind: 'failed' }),
    );
  return (
    <div className={styles.group}>
      {step?.kind === 'asked' ? (
        <>
          <p>{t('menu.erase.sure')}</p>
          <div className={styles.choices}>
            <Button small onClick={() => void erase()}>
              {t('menu.erase.yes')}
            </Button>
            <Button small autoFocus onClick={() => setStep(undefined)}>
              {t('card.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <Button small onClick={() => setStep({ kind: 'asked' })}>
          {t('menu.erase')}
        </Button>
      )}
      {step?.kind === 'done' && <p role="status">{tn('menu.erase.done', step.events)}</p>}
      {step?.kind === 'failed' && <p role="status">{t('settings.failed')}</p>}
    </div>
  );
}
