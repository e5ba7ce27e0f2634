import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { SidePanelApp } from '../../components/side-panel/side-panel-app';
import { must } from '../../lib/base/must';
import { connectBrain } from '../../lib/bus/connect-brain';
import { managedPolicy } from '../../lib/bus/managed-policy';
import { openTabPort } from '../../lib/bus/open-tab-port';
import { watchActiveTab } from '../../lib/bus/watch-active-tab';
import type { ConsoleLink } from '../../lib/faces/console-link';
import { muteConsole } from '../../lib/faces/mute-console';
import { createPanelStore } from '../../lib/faces/panel-store';
import { platformOf } from '../../lib/faces/platform';
import { createSidePanelStore } from '../../lib/faces/side-panel-store';

const policy = await managedPolicy();
const brain = connectBrain(browser.runtime.getURL('/brain.js'));
const makePanel = (console: ConsoleLink) =>
  createPanelStore({
    brain,
    console,
    surface: 'side',
    close: () => window.close(),
    policy,
    platform: platformOf(navigator.userAgent),
    now: Date.now,
  });

const side = createSidePanelStore({
  watchTab: watchActiveTab,
  openLink: openTabPort,
  makePanel,
});
const root = must(document.getElementById('root'), 'the root element');
createRoot(root).render(<SidePanelApp side={side} plain={makePanel(muteConsole)} />);
