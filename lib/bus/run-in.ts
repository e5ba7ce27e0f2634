import { browser } from 'wxt/browser';
import type { Sender } from './serve-background';

/** Runs a script of ours beside the console script that asks for it. */
export async function runIn(
  { tabId, frameId }: Sender,
  file: '/generic.js' | '/teach.js',
): Promise<null> {
  if (tabId === undefined) throw new Error('A console is in a tab');
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [file] });
  return null;
}
