import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PanelApp } from '../../components/panel/panel-app';
import { must } from '../../lib/base/must';
import { acceptFramePort } from '../../lib/bus/accept-frame-port';
import { askBackground } from '../../lib/bus/ask-background';
import { connectBrain } from '../../lib/bus/connect-brain';
import { followOwnFrames } from '../../lib/bus/follow-frames';
import { managedPolicy } from '../../lib/bus/managed-policy';
import { sessionDrafts } from '../../lib/bus/session-drafts';
import { sidePanelOpener } from '../../lib/bus/side-panel-opener';
import { electConsole } from '../../lib/faces/elect-console';
import { createPanelStore } from '../../lib/faces/panel-store';
import { platformOf } from '../../lib/faces/platform';

const nonce = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
// Before the load event, after which the console script sends the port.
const port = acceptFramePort(nonce);
const policy = managedPolicy();
const sidePanel = sidePanelOpener();

askBackground('frame.claim', { nonce }).then(
  async ({ granted }) => {
    // A page that frames us by itself has no nonce: it gets an empty document.
    if (!granted) return;
    const page = electConsole(await port);
    const openSidePanel = await sidePanel;
    const store = createPanelStore({
      console: page.link,
      openSidePanel,
      // Last: what the brain says before the store listens would be lost.
      brain: connectBrain(browser.runtime.getURL('/brain.js')),
      platform: platformOf(navigator.userAgent),
      now: Date.now,
      drafts: sessionDrafts,
      isPrivate: browser.extension.inIncognitoContext === true,
    });
    void policy.then((policy) => store.setState({ policy }));
    void followOwnFrames(page.join);
    const root = must(document.getElementById('root'), 'the root element');
    createRoot(root).render(<PanelApp store={store} />);
  },
  () => {},
);
