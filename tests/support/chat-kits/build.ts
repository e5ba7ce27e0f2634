import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;

/**
 * Builds the pages of real chat kits and gives its folder. Built again only when a source or the
 * lockfile has changed.
 */
export async function buildChatKits(): Promise<string> {
  const folder = resolve('.output/chat-kits');
  const stamp = join(folder, 'stamp');
  const wanted = hashOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
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
  writeFileSync(stamp, wanted);
  return folder;
}

function hashOf(folder: string): string {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names.filter((each) => /\.(html|tsx?)$/.test(each))) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
