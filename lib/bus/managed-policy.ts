import { browser } from 'wxt/browser';
import { type PolicyReading, readPolicy } from '../protocol/policy';

let reading: Promise<PolicyReading> | undefined;

/** What the organisation has set; nothing where the browser is not managed, or knows no such storage. */
export function managedPolicy(): Promise<PolicyReading> {
  reading ??= readManaged().then(readPolicy);
  return reading;
}

async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox throws where no policy is installed.
    return {};
  }
}
