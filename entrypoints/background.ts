import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { passCommandsOn } from '../lib/bus/browser-commands';
import { registerConsoleScript } from '../lib/bus/console-sites';
import { claimFrameNonce, issueFrameNonce } from '../lib/bus/frame-nonces';
import { keepBrain } from '../lib/bus/keep-brain';
import { runIn } from '../lib/bus/run-in';
import { serveBackground } from '../lib/bus/serve-background';
import { serveFrameRelay } from '../lib/bus/serve-frame-relay';

export default defineBackground(() => {
  serveBackground({
    async 'brain.wake'() {
      void keepBrain();
      return null;
    },
    async 'frame.request'(_, { tabId }) {
      if (tabId === undefined) throw new Error('A panel is framed in a tab');
      void keepBrain();
      return { nonce: await issueFrameNonce(tabId) };
    },
    async 'frame.claim'({ nonce }, { tabId, frameId }) {
      return { granted: tabId !== undefined && (await claimFrameNonce(nonce, tabId, frameId)) };
    },
    'generic.load': (_, from) => runIn(from, '/generic.js'),
    'teach.load': (_, from) => runIn(from, '/teach.js'),
  });

  passCommandsOn();
  if (import.meta.env.FIREFOX) serveFrameRelay();
  browser.runtime.onInstalled.addListener(() => registerConsoleScript());
  browser.runtime.onStartup.addListener(() => registerConsoleScript());
  browser.permissions.onRemoved.addListener(() => registerConsoleScript());
  browser.permissions.onAdded.addListener(() => registerConsoleScript());
  // What was cut short when the browser ended this worker is made good when it wakes.
  registerConsoleScript().catch(() => {});
});
