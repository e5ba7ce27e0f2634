import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { SidePanelApp } from '../../components/side-panel/side-panel-app';
import { must } from '../../lib/base/must';
import { connectBrain } from '../../lib/bus/connect-brain';
import { followFrames } from '../../lib/bus/follow-frames';
import { managedPolicy } from '../../lib/bus/managed-policy';
import { openTabPort } from '../../lib/bus/open-tab-port';
import { watchActiveTab } from '../../lib/bus/watch-active-tab';
import type { ConsoleLink } from '../../lib/faces/console-link';
import { electConsole } from '../../lib/faces/elect-console';
import { muteConsole } from '../../lib/faces/mute-console';
import { createPanelStore } from '../../lib/faces/panel-store';
import { platformOf } from '../../lib/faces/platform';
import { createSidePanelStore } from '../../lib/faces/side-panel-store';

const policy = managedPolicy();
const brain = connectBrain(browser.runtime.getURL('/brain.js'));
const makePanel = (console: ConsoleLink) => {
  const store = createPanelStore({
    brain,
    console,
    surface: 'side',
    close: () => window.close(),
    platform: platformOf(navigator.userAgent),
    now: Date.now,
  });
  void policy.then((policy) => store.setState({ policy }));
  return store;
};

const side = createSidePanelStore({
  watchTab: watchActiveTab,
  openLink: async (tabId) => {
    const port = await openTabPort(tabId);
    const { link, join } = electConsole(port.console);
    const stop = followFrames({ tabId, kind: 'side', join });
    const close = () => {
      stop();
      port.close();
    };
    return { ...port, console: link, close };
  },
  makePanel,
});
const root = must(document.getElementById('root'), 'the root element');
createRoot(root).render(<SidePanelApp side={side} plain={makePanel(muteConsole)} />);
