import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PopupApp } from '../../components/popup/popup-app';
import { must } from '../../lib/base/must';
import { connectBrain } from '../../lib/bus/connect-brain';
import { openSiteSwitch } from '../../lib/bus/site-switch';

const root = createRoot(must(document.getElementById('root'), 'the root element'));
const brain = connectBrain(browser.runtime.getURL('/brain.js'));

Promise.all([openSiteSwitch(), brain.call('settings.read', null)]).then(([site, settings]) =>
  root.render(<PopupApp site={site} settings={settings} />),
);
