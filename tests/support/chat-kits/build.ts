import { resolve } from 'node:path';
import { build } from 'vite';
import { buildOnce } from '../build-once';

const root = import.meta.dirname;

/**
 * Builds the pages of real chat kits and gives its folder. Built again only when a source or the
 * lockfile has changed.
 */
export async function buildChatKits(): Promise<string> {
  const folder = resolve('.output/chat-kits');
  await buildOnce(folder, [root], () => bundleChatKits(folder));
  return folder;
}

async function bundleChatKits(folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    // Under a test runner the JSX would be a development build's, and React's own a production one.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      chunkSizeWarningLimit: 10_000,
    },
  });
}
