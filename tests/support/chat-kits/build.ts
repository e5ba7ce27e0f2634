import { resolve } from 'node:path';
import { buildOnce } from '../build-once.ts';
import { bundlePage } from '../bundle-page.ts';

const root = import.meta.dirname;
const bundler = resolve(root, '../bundle-page.ts');

/** Builds the pages of real chat kits and gives their folder. */
export async function buildChatKits(): Promise<string> {
  const folder = resolve('.output/chat-kits');
  await buildOnce(folder, [root, bundler], () => bundlePage(root, folder));
  return folder;
}
