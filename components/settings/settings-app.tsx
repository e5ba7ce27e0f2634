import '../ui/tokens.css';
import { useEffect } from 'react';
import type { SiteList } from '../../lib/domain/site-switch';
import type { DataDesk } from '../../lib/faces/data-desk';
import type { PanelStore } from '../../lib/faces/panel-store';
import type { RecipeDesk } from '../../lib/faces/recipe-desk';
import { studioAddress } from '../../lib/faces/studio-address';
import { KeyTable } from '../panel/key-table';
import { PanelContext, usePanel } from '../panel/panel-context';
import { usePageLook } from '../panel/use-page-look';
import { Logo } from '../ui/logo';
import { AnswerSettings } from './answer-settings';
import { ConsoleSettings } from './console-settings';
import { DataSettings } from './data-settings';
import { GeneralSettings } from './general-settings';
import { PolicyConsoles } from './policy-consoles';
import { PolicyNotice } from './policy-notice';
import styles from './settings-app.module.css';
import { SettingsPart } from './settings-part';
import { TaughtConsoles } from './taught-consoles';
import { TeamSettings } from './team-settings';
import { useSites } from './use-sites';

type Props = {
  /** Beside no page: it is here for the settings. */
  readonly store: PanelStore;
  readonly sites: SiteList;
  readonly desk: DataDesk;
  readonly recipes: RecipeDesk;
};

/** Everything that can be set, and everything that is kept, on one page. */
export function SettingsApp({ store, ...parts }: Props) {
  return (
    <PanelContext value={store}>
      <SettingsPage {...parts} />
    </PanelContext>
  );
}

function SettingsPage({ sites, desk, recipes }: Omit<Props, 'store'>) {
  const { state, t } = usePanel();
  const switchedOn = useSites(sites);
  usePageLook();
  const title = t('settings.name');
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (state.brainState === 'connecting') return null;
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Logo />
        <h1>{title}</h1>
        <a href={studioAddress()}>{t('studio.open')}</a>
      </header>
      <main className={styles.parts}>
        {state.brainState === 'unreachable' && <p role="alert">{t('state.unreachable')}</p>}
        <PolicyNotice />
        <SettingsPart title={t('settings.general')}>
          <GeneralSettings />
        </SettingsPart>
        <SettingsPart title={t('settings.answers')}>
          <AnswerSettings />
        </SettingsPart>
        <SettingsPart title={t('settings.keys')} hint={t('settings.keys.browser')}>
          <KeyTable />
        </SettingsPart>
        <SettingsPart title={t('settings.consoles')} hint={t('settings.consoles.hint')}>
          <PolicyConsoles switchedOn={switchedOn} onTurnOn={sites.turnOn} />
          <ConsoleSettings switchedOn={switchedOn} onTurnOff={sites.turnOff} />
        </SettingsPart>
        <SettingsPart title={t('settings.taught')} hint={t('settings.taught.hint')}>
          <TaughtConsoles desk={recipes} />
        </SettingsPart>
        <SettingsPart title={t('settings.team')} hint={t('settings.team.hint')}>
          <TeamSettings />
        </SettingsPart>
        <SettingsPart title={t('settings.data')} hint={t('settings.data.hint')}>
          <DataSettings desk={desk} sites={switchedOn?.length ?? 0} />
        </SettingsPart>
      </main>
      <footer className={styles.end}>
        <a href="/third-party-notices.txt" target="_blank" rel="noreferrer">
          {t('settings.licences')}
        </a>
      </footer>
    </div>
  );
}
