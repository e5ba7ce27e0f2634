import { browser } from 'wxt/browser';
import { type Policy, type PolicyReading, readPolicy } from '../protocol/policy';

/** Where the language is noted that was set when the browser last told. */
const languageKey = 'policy-language';

let reading: Promise<PolicyReading> | undefined;

/**
 * What the organisation has set; nothing where the browser is not managed, or knows no such storage.
 * A browser that is just starting takes seconds to tell: nothing that is painted may wait for it.
 */
export function managedPolicy(): Promise<PolicyReading> {
  reading ??= readManaged().then(readPolicy);
  return reading;
}

/** What people see of it, as it was set when the browser last told; to go by until it tells again. */
export async function policySeen(): Promise<Policy> {
  const { [languageKey]: language } = await browser.storage.local.get(languageKey);
  return readPolicy({ language }).policy;
}

/** Notes what the next start goes by. */
export async function notePolicy({ language }: Policy): Promise<void> {
  if ((await policySeen()).language === language) return;
  if (language === undefined) await browser.storage.local.remove(languageKey);
  else await browser.storage.local.set({ [languageKey]: language });
}

async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox throws where no policy is installed.
    return {};
  }
}
