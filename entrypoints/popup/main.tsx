import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PopupApp } from '../../components/popup/popup-app';
import { must } from '../../lib/base/must';
import { connectBrain } from '../../lib/bus/connect-brain';
import { registerConsoleScript } from '../../lib/bus/console-sites';
import { managedPolicy } from '../../lib/bus/managed-policy';
import { sidePanelOpener } from '../../lib/bus/side-panel-opener';
import { siteList } from '../../lib/bus/site-list';
import { openSiteSwitch } from '../../lib/bus/site-switch';
import { wakePanel } from '../../lib/bus/wake-panel';
import { defaultSettings, type Settings } from '../../lib/protocol/brain-calls';

const root = createRoot(must(document.getElementById('root'), 'the root element'));
const brain = connectBrain(browser.runtime.getURL('/brain.js'));
// Should the service worker have been ended while it switched a site on, this finishes it.
registerConsoleScript().catch(() => {});
// And should its page have asked for a panel just then, this does.
wakePanel().catch(() => {});

const readPolicy = async () => (await managedPolicy()).policy;
const readSettings = brain.call('settings.read', null);
Promise.all([openSiteSwitch(), sidePanelOpener()]).then(([site, openSidePanel]) => {
  const show = (settings: Settings) =>
    root.render(
      <PopupApp
        site={site}
        settings={settings}
        sites={siteList}
        readPolicy={readPolicy}
        openSidePanel={openSidePanel}
        onClose={() => window.close()}
      />,
    );
  // Only words and look hang on the brain, which takes its time when it is busy or new.
  const late = setTimeout(() => show(defaultSettings), 400);
  readSettings
    .catch(() => defaultSettings)
    .then((settings) => {
      clearTimeout(late);
      show(settings);
    });
});
