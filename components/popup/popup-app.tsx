import { useState } from 'react';
import type { SiteList, SiteSwitch } from '../../lib/domain/site-switch';
import { settingsAddress } from '../../lib/faces/settings-address';
import { studioAddress } from '../../lib/faces/studio-address';
import type { Settings } from '../../lib/protocol/brain-calls';
import type { Policy } from '../../lib/protocol/policy';
import { Button } from '../ui/button';
import '../ui/tokens.css';
import { Logo } from '../ui/logo';
import { useLook } from '../ui/use-look';
import { wordsIn } from '../ui/words-in';
import styles from './popup-app.module.css';
import { PresetConsoles } from './preset-consoles';

type Props = {
  readonly site: SiteSwitch;
  readonly settings: Settings;
  readonly sites: SiteList;
  readonly readPolicy: () => Promise<Policy>;
  /** Must be called within the click; undefined where the browser has no side panel. */
  readonly openSidePanel: (() => Promise<void>) | undefined;
  readonly onClose: () => void;
};

/** The toolbar button's small window: whether Cuecard runs on the site in front, and the ways on. */
export function PopupApp(props: Props) {
  const { site, settings, sites, readPolicy, openSidePanel, onClose } = props;
  const [isOn, setOn] = useState(site.isOn);
  const [isRefused, setRefused] = useState(false);
  const { language, t: words } = wordsIn(settings.language);
  const t = (key: Parameters<typeof words>[0], host = site.host ?? '') => words(key, { host });
  useLook(settings.theme, language);

  const turn = (on: boolean) => {
    // The request must leave within the click, so nothing is awaited before it.
    site.turn(on).then((now) => {
      setOn(now);
      setRefused(on && !now);
    });
  };

  return (
    <main className={styles.popup}>
      <h1>
        <Logo />
        {t('panel.name')}
      </h1>
      {site.host === undefined ? (
        <p>{t('popup.nowhere')}</p>
      ) : (
        <>
          <p className={styles.host}>{site.host}</p>
          <p>{t(isOn ? 'popup.is-on' : 'popup.is-off')}</p>
          <Button look={isOn ? 'plain' : 'primary'} onClick={() => turn(!isOn)}>
            {t(isOn ? 'popup.turn-off' : 'popup.turn-on')}
          </Button>
          {isRefused && <p role="status">{t('popup.refused')}</p>}
        </>
      )}
      <PresetConsoles sites={sites} readPolicy={readPolicy} host={site.host} t={words} />
      <ul className={styles.ways}>
        {openSidePanel !== undefined && (
          <li>
            <button type="button" onClick={() => void openSidePanel().then(onClose)}>
              {t('popup.side-panel')}
            </button>
          </li>
        )}
        <li>
          <a href={studioAddress()} target="_blank" rel="noopener">
            {t('studio.open')}
          </a>
        </li>
        <li>
          <a href={settingsAddress} target="_blank" rel="noopener">
            {t('popup.settings')}
          </a>
        </li>
      </ul>
      <p className={styles.promise}>{t('popup.promise')}</p>
    </main>
  );
}
