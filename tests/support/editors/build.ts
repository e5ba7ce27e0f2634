import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildOnce } from '../build-once';

const root = import.meta.dirname;

/** What CKEditor 4 fetches from beside itself while it starts. */
const ckeditor4Parts = [
  'ckeditor.js',
  'contents.css',
  'lang/en.js',
  'plugins/icons.png',
  'skins/moono-lisa',
];

/**
 * Builds the page of real editors and gives its folder. Built again only when a source or the
 * lockfile has changed.
 */
export async function buildEditors(): Promise<string> {
  const folder = resolve('.output/editors');
  await buildOnce(folder, [root], () => bundleEditors(folder));
  return folder;
}

async function bundleEditors(folder: string): Promise<void> {
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
  for (const part of ckeditor4Parts) {
    cpSync(join('node_modules/ckeditor4', part), join(folder, 'ckeditor4', part), {
      recursive: true,
    });
  }
}
