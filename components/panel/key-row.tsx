import { type KeyboardEvent, useId, useState } from 'react';
import { keyLabel } from '../../lib/faces/key-label';
import { keyWarning } from '../../lib/faces/key-warning';
import { recordedKey } from '../../lib/faces/recorded-key';
import type { KeyBinding } from '../../lib/protocol/console-messages';
import { Button } from '../ui/button';
import { Unseen } from '../ui/unseen';
import styles from './key-list.module.css';
import { usePanel } from './panel-context';

/** One action and its key. The key is a button: pressed, it takes the next key as the new one. */
export function KeyRow({ binding }: { readonly binding: KeyBinding }) {
  const { state, actions, t } = usePanel();
  const [recording, setRecording] = useState<'no' | 'yes' | 'needs-modifier'>('no');
  const warningId = useId();
  const { action } = binding;
  const isRecording = recording !== 'no';
  const warning = keyWarning(binding, state.bindings, state.platform);

  const record = (event: KeyboardEvent) => {
    if (!isRecording) return;
    const recorded = recordedKey(event.nativeEvent);
    // The key that is being chosen must not do what it does now; Tab alone still leads on.
    event.stopPropagation();
    if (event.key !== 'Tab' || recorded.kind !== 'cancelled') event.preventDefault();
    if (recorded.kind === 'chord') actions.setKey(action, recorded.chord);
    if (recorded.kind === 'needs-modifier') setRecording('needs-modifier');
    else if (recorded.kind !== 'not-yet') setRecording('no');
  };

  const words =
    recording === 'needs-modifier'
      ? t('keys.needs-modifier')
      : warning?.kind === 'shared'
        ? t('keys.shared', { action: t(`keys.${warning.with}`) })
        : warning && t('keys.taken');
  return (
    <li className={styles.row}>
      <span>{t(`keys.${action}`)}</span>
      <Button
        small
        className={isRecording ? styles.recording : undefined}
        aria-pressed={isRecording}
        aria-describedby={words === undefined ? undefined : warningId}
        title={t('keys.change')}
        onClick={() => setRecording('yes')}
        onBlur={() => setRecording('no')}
        onKeyDown={record}
      >
        {isRecording ? t('keys.press') : <kbd>{keyLabel(binding, state.platform)}</kbd>}
        <Unseen>: {t(`keys.${action}`)}</Unseen>
      </Button>
      {words !== undefined && (
        <p className={styles.warning} id={warningId} role="status">
          {words}
        </p>
      )}
    </li>
  );
}
