import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { SettingsApp } from '../../components/settings/settings-app';
import { must } from '../../lib/base/must';
import { connectBrain } from '../../lib/bus/connect-brain';
import { managedPolicy } from '../../lib/bus/managed-policy';
import { siteList } from '../../lib/bus/site-list';
import { makeDataDesk } from '../../lib/faces/data-desk';
import { muteConsole } from '../../lib/faces/mute-console';
import { createPanelStore } from '../../lib/faces/panel-store';
import { platformOf } from '../../lib/faces/platform';
import { makeRecipeDesk } from '../../lib/faces/recipe-desk';

const policy = await managedPolicy();
const brain = connectBrain(browser.runtime.getURL('/brain.js'));
const store = createPanelStore({
  brain,
  console: muteConsole,
  surface: 'alone',
  policy,
  platform: platformOf(navigator.userAgent),
  now: Date.now,
});
const root = must(document.getElementById('root'), 'the root element');
createRoot(root).render(
  <SettingsApp
    store={store}
    sites={siteList}
    desk={makeDataDesk({ brain, sites: siteList })}
    recipes={makeRecipeDesk(brain)}
  />,
);
