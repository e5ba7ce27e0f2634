import { useState } from 'react';
import type { SiteSwitch } from '../../lib/domain/site-switch';
import type { SidePanelView } from '../../lib/faces/side-panel-store';
import { LanguageSwitch } from '../panel/language-switch';
import { usePanel } from '../panel/panel-context';
import { usePageLook } from '../panel/use-page-look';
import { Words } from '../panel/words';
import { Button } from '../ui/button';
import { Logo } from '../ui/logo';
import styles from './side-words.module.css';

type Props = { readonly view: Exclude<SidePanelView, { readonly kind: 'panel' }> };

/** Why the side panel shows no conversation, and what to do about it. */
export function SideWords({ view }: Props) {
  const { t } = usePanel();
  usePageLook();
  return (
    <main className={styles.page} aria-label={t('panel.name')}>
      <header className={styles.header}>
        <Logo />
        <h1>{t('panel.name')}</h1>
        <LanguageSwitch />
      </header>
      <div aria-live="polite">
        {view.kind === 'connecting' && <Words title={t('state.connecting')} late />}
        {view.kind === 'silent' && <Words title={t('side.silent')} hint={t('side.silent.hint')} />}
        {view.kind === 'off' && <SiteOff key={view.site.host} site={view.site} />}
      </div>
    </main>
  );
}

/** Without a host the browser tells us nothing of the page until the toolbar button is clicked. */
function SiteOff({ site }: { readonly site: SiteSwitch }) {
  const { t } = usePanel();
  const [isRefused, setRefused] = useState(false);
  if (site.host === undefined) {
    return <Words title={t('side.off-here')} hint={t('side.off-here.hint')} />;
  }
  // The request must leave within the click, so nothing is awaited before it.
  const turnOn = () => void site.turn(true).then((isOn) => setRefused(!isOn));
  return (
    <Words title={t('popup.is-off')} hint={site.host}>
      <Button look="primary" onClick={turnOn}>
        {t('popup.turn-on')}
      </Button>
      {isRefused && <p role="status">{t('popup.refused')}</p>}
    </Words>
  );
}
