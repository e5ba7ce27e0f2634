import { useState } from 'react';
import type { SwitchedOnSite } from '../../lib/domain/site-switch';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import { PolicyMark } from './policy-mark';
import styles from './settings-app.module.css';

type Props = {
  readonly switchedOn: readonly SwitchedOnSite[] | undefined;
  readonly onTurnOn: (pattern: string) => Promise<boolean>;
};

/** The consoles that the organisation has set and the browser has not yet asked for. */
export function PolicyConsoles({ switchedOn, onTurnOn }: Props) {
  const { state, t } = usePanel();
  const [refused, setRefused] = useState<string>();
  const missing = state.policy.policy.consoles.filter(
    (pattern) => !switchedOn?.some((site) => site.pattern === pattern),
  );
  if (switchedOn === undefined || missing.length === 0) return null;
  // Asked for straight from the click, else the browser refuses to ask the person.
  const turnOn = (pattern: string) => {
    void onTurnOn(pattern).then((isOn) => setRefused(isOn ? undefined : pattern));
  };
  return (
    <ul className={styles.rows}>
      {missing.map((pattern) => {
        const host = pattern.replace(/^https?:\/\/|\/\*$/g, '');
        return (
          <li key={pattern}>
            <div className={styles.row}>
              <span>
                <strong>{host}</strong> <PolicyMark />
              </span>
              <Button
                small
                aria-label={t('policy.on.label', { host })}
                onClick={() => turnOn(pattern)}
              >
                {t('policy.on')}
              </Button>
            </div>
            {refused === pattern && <p role="status">{t('policy.on.refused')}</p>}
          </li>
        );
      })}
    </ul>
  );
}
