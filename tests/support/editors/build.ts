import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildOnce } from '../build-once.ts';
import { bundlePage } from '../bundle-page.ts';

const root = import.meta.dirname;
const bundler = resolve(root, '../bundle-page.ts');

/** What CKEditor 4 fetches from beside itself while it starts. */
const ckeditor4Parts = [
  'ckeditor.js',
  'contents.css',
  'lang/en.js',
  'plugins/icons.png',
  'skins/moono-lisa',
];

/** Builds the page of real editors and gives its folder. */
export async function buildEditors(): Promise<string> {
  const folder = resolve('.output/editors');
  await buildOnce(folder, [root, bundler], async () => {
    await bundlePage(root, folder);
    for (const part of ckeditor4Parts) {
      const from = join('node_modules/ckeditor4', part);
      cpSync(from, join(folder, 'ckeditor4', part), { recursive: true });
    }
  });
  return folder;
}
