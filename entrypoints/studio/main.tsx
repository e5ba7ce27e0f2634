import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { StudioApp } from '../../components/studio/studio-app';
import { must } from '../../lib/base/must';
import { connectBrain } from '../../lib/bus/connect-brain';
import { platformOf } from '../../lib/faces/platform';
import { entryInAddress } from '../../lib/faces/studio-address';
import { createStudioStore } from '../../lib/faces/studio-store';

const store = createStudioStore({
  brain: connectBrain(browser.runtime.getURL('/brain.js')),
  platform: platformOf(navigator.userAgent),
  now: Date.now,
  open: entryInAddress(location.hash),
});
const root = must(document.getElementById('root'), 'the root element');
createRoot(root).render(<StudioApp store={store} />);
