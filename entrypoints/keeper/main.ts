import { browser } from 'wxt/browser';
import { connectBrain } from '../../lib/bus/connect-brain';

connectBrain(browser.runtime.getURL('/brain.js'));
