import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The import table of ARCHITECTURE.md: which folder, and which packages, each folder may import.
 * Every folder may also import itself.
 */
const table: { readonly [folder: string]: { folders: string[]; packages: RegExp } } = {
  'lib/base': { folders: [], packages: /^$/ },
  'lib/domain': { folders: ['lib/base'], packages: /^$/ },
  'lib/engine': {
    folders: ['lib/base', 'lib/domain'],
    packages: /^(fuse\.js|pinyin-pro|snowball-stemmers)$/,
  },
  'lib/knowledge': {
    folders: ['lib/base', 'lib/domain', 'lib/protocol'],
    packages: /^(fflate|valibot)$/,
  },
  'lib/protocol': { folders: ['lib/base', 'lib/domain'], packages: /^valibot$/ },
  'lib/consoles': {
    folders: ['lib/base', 'lib/domain', 'lib/protocol'],
    packages: /^@medv\/finder$/,
  },
  'lib/i18n': { folders: [], packages: /^$/ },
  'lib/privacy': { folders: ['lib/base', 'lib/domain'], packages: /^$/ },
  'lib/store': { folders: ['lib/base', 'lib/domain', 'lib/protocol'], packages: /^dexie$/ },
  'lib/sync': {
    folders: ['lib/base', 'lib/domain', 'lib/protocol', 'lib/store'],
    packages: /^valibot$/,
  },
  'lib/brain': {
    folders: [
      'lib/base',
      'lib/domain',
      'lib/engine',
      'lib/knowledge',
      'lib/privacy',
      'lib/protocol',
      'lib/store',
      'lib/sync',
    ],
    packages: /^valibot$/,
  },
  'lib/bus': {
    folders: ['lib/base', 'lib/domain', 'lib/protocol'],
    packages: /^(valibot|wxt\/browser)$/,
  },
  'lib/faces': {
    folders: ['lib/base', 'lib/domain', 'lib/protocol', 'lib/bus', 'lib/i18n'],
    packages: /^(react|zustand(\/vanilla)?)$/,
  },
  components: {
    folders: ['lib/base', 'lib/domain', 'lib/protocol', 'lib/faces', 'lib/i18n'],
    packages: /^(react|zustand)$/,
  },
  entrypoints: {
    folders: [
      'components',
      'lib/base',
      'lib/domain',
      'lib/engine',
      'lib/protocol',
      'lib/consoles',
    ].concat(['lib/i18n', 'lib/store', 'lib/sync', 'lib/brain', 'lib/bus', 'lib/faces']),
    packages: /^(react|react-dom\/client|valibot|wxt\/.*)$/,
  },
  // Runs in Node: of the extension it knows only what is said between the two.
  hub: {
    folders: ['lib/base', 'lib/domain', 'lib/privacy', 'lib/protocol'],
    packages:
      /^(node:.*|fastify|@fastify\/rate-limit|openid-client|postgres|prom-client|valibot|@electric-sql\/pglite)$/,
  },
  // The sample console is a page that we do not own: nothing of the product may be in it.
  demo: {
    folders: ['tests/support'],
    packages: /^(node:.*|vite|@tiptap\/.*|playwright-core)$/,
  },
};

const folders = Object.keys(table);
const sourceFiles = ['lib', 'components', 'entrypoints', 'hub', 'demo'].flatMap(filesIn);

type Import = { readonly file: string; readonly target: string };

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Static imports and exports stand at the start of a line; `import(` may stand anywhere. */
const importPattern =
  /^(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(importPattern)].map((match) => ({
    file,
    target: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

const folderOf = (path: string) =>
  folders.find((folder) => path.startsWith(`${folder}/`)) ??
  (path.startsWith('tests/support/') ? 'tests/support' : undefined);

function isAllowed({ file, target }: Import): boolean {
  const home = folderOf(file);
  const rules = home && table[home];
  if (!home || !rules) return false;
  if (!target.startsWith('.')) return rules.packages.test(target);
  const path = relative('.', resolve(dirname(file), target));
  const folder = folderOf(path);
  return folder !== undefined && (folder === home || rules.folders.includes(folder));
}

describe('the import table', () => {
  it('has scanned the whole project', () => {
    expect(sourceFiles.length).toBeGreaterThan(100);
    expect(sourceFiles.flatMap(importsOf).length).toBeGreaterThan(250);
  });

  it('is kept by every file', () => {
    const broken = sourceFiles
      .flatMap(importsOf)
      .filter((found) => !isAllowed(found))
      .map(({ file, target }) => `${file} must not import ${target}`);
    expect(broken).toEqual([]);
  });

  it('catches what it is there for', () => {
    const wrong: Import[] = [
      { file: 'lib/engine/engine.ts', target: 'react' },
      { file: 'lib/engine/engine.ts', target: '../store/store' },
      { file: 'lib/domain/cue.ts', target: '../../components/panel/panel-app' },
      { file: 'components/panel/panel-app.tsx', target: 'dexie' },
      { file: 'components/panel/panel-app.tsx', target: '../../lib/store/store' },
      { file: 'lib/consoles/keys.ts', target: 'wxt/browser' },
      { file: 'hub/services/publish.ts', target: '../../lib/store/store.ts' },
      { file: 'lib/brain/knowledge.ts', target: '../../hub/services/publish' },
      { file: 'lib/brain/knowledge.ts', target: '../../tests/support/find-browser' },
    ];
    expect(wrong.filter(isAllowed)).toEqual([]);
  });
});

describe('a source file', () => {
  it('is no longer than 300 lines', () => {
    const long = sourceFiles
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('makes no HTML and no code from text', () => {
    const unsafe =
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|new Function\(|\beval\(/;
    const found = sourceFiles.filter((file) => unsafe.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });

  it('of the entrypoints only wires: at most 80 lines', () => {
    const long = filesIn('entrypoints')
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 80);
    expect(long).toEqual([]);
  });
});
