import { useState } from 'react';
import type { SwitchedOnSite } from '../../lib/domain/site-switch';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import { ConsoleHealth } from './console-health';
import { ConsolePlace } from './console-place';
import { PolicyMark } from './policy-mark';
import styles from './settings-app.module.css';
import { TeachWish } from './teach-wish';

type Props = {
  readonly switchedOn: readonly SwitchedOnSite[] | undefined;
  readonly onTurnOff: (pattern: string) => Promise<boolean>;
};

/** The consoles that Cuecard is on for, with the panel's place in each. */
export function ConsoleSettings({ switchedOn, onTurnOff }: Props) {
  const { state, t } = usePanel();
  const [refused, setRefused] = useState<string>();
  if (switchedOn === undefined) return null;
  if (switchedOn.length === 0) {
    if (state.policy.policy.consoles.length > 0) return null;
    return (
      <p>
        <strong>{t('settings.consoles.none')}</strong> {t('settings.consoles.none.hint')}
      </p>
    );
  }
  const turnOff = async ({ pattern }: SwitchedOnSite) => {
    const isOff = await onTurnOff(pattern);
    setRefused(isOff ? undefined : pattern);
  };
  const isPreset = ({ pattern }: SwitchedOnSite) => state.policy.policy.consoles.includes(pattern);
  // A place is kept by host and port, a permission by host alone.
  const placedAt = (host: string) =>
    Object.keys(state.settings.places).filter((placed) => placed.replace(/:\d+$/, '') === host);
  return (
    <ul className={styles.rows}>
      {switchedOn.map((site) => (
        <li key={site.pattern}>
          <div className={styles.row}>
            <strong>{site.host}</strong>
            <TeachWish host={site.host} />
            {isPreset(site) ? (
              <PolicyMark />
            ) : (
              <Button
                small
                aria-label={t('settings.consoles.off.label', { host: site.host })}
                onClick={() => void turnOff(site)}
              >
                {t('settings.consoles.off')}
              </Button>
            )}
          </div>
          {state.settings.teachNext === site.host && (
            <p role="status">{t('settings.console.teach.go', { host: site.host })}</p>
          )}
          <ConsoleHealth host={site.host} />
          {placedAt(site.host).map((host) => (
            <ConsolePlace key={host} host={host} isNamed={host !== site.host} />
          ))}
          {refused === site.pattern && <p role="status">{t('settings.consoles.refused')}</p>}
        </li>
      ))}
    </ul>
  );
}
