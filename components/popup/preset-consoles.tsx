import { useEffect, useState } from 'react';
import type { SiteList } from '../../lib/domain/site-switch';
import type { Policy } from '../../lib/protocol/policy';
import { useSites } from '../settings/use-sites';
import { Button } from '../ui/button';
import type { wordsIn } from '../ui/words-in';
import styles from './popup-app.module.css';

type Props = {
  readonly readPolicy: () => Promise<Policy>;
  readonly sites: SiteList;
  /** The site in front, which the popup offers by itself. */
  readonly host: string | undefined;
  readonly t: ReturnType<typeof wordsIn>['t'];
};

/** The other consoles that the organisation has set, each until the person has turned it on. */
export function PresetConsoles({ readPolicy, sites, host, t }: Props) {
  const switchedOn = useSites(sites);
  const [preset, setPreset] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<string>();
  // A browser that is just starting takes seconds to tell.
  useEffect(() => {
    readPolicy().then(({ consoles }) => setPreset(consoles));
  }, [readPolicy]);
  const missing = preset
    .filter((pattern) => !switchedOn?.some((site) => site.pattern === pattern))
    .map((pattern) => ({ pattern, name: pattern.replace(/^https?:\/\/|\/\*$/g, '') }))
    .filter(({ name }) => name !== host);
  if (switchedOn === undefined || missing.length === 0) return null;
  // Asked for straight from the click, else the browser refuses to ask the person.
  const turnOn = (pattern: string) => {
    void sites.turnOn(pattern).then((isOn) => setRefused(isOn ? undefined : pattern));
  };
  return (
    <section aria-label={t('policy.set')}>
      <p className={styles.promise}>{t('policy.set')}</p>
      <ul className={styles.preset}>
        {missing.map(({ pattern, name }) => (
          <li key={pattern}>
            <span className={styles.host}>{name}</span>
            <Button
              small
              aria-label={t('policy.on.label', { host: name })}
              onClick={() => turnOn(pattern)}
            >
              {t('policy.on')}
            </Button>
            {refused === pattern && <p role="status">{t('policy.on.refused')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
