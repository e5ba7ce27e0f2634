import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Every file of a folder with the hash of its bytes. */
function hashesOf(folder: string, at = folder): [string, string][] {
  return readdirSync(at).flatMap((name): [string, string][] => {
    const path = join(at, name);
    if (statSync(path).isDirectory()) return hashesOf(folder, path);
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
    return [[relative(folder, path), hash]];
  });
}

describe('the store build', () => {
  const out = mkdtempSync(join(tmpdir(), 'cuecard-build-'));
  const builds = ['one', 'two'].map((name) => join(out, name));
  beforeAll(() => {
    const wxt = resolve('node_modules/wxt/bin/wxt.mjs');
    for (const build of builds) {
      execFileSync(process.execPath, [wxt, 'build', '--level', 'error'], {
        env: { ...process.env, NODE_ENV: 'production', CUECARD_OUT: build },
      });
    }
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it('is the same to the byte each time', () => {
    const [one, two] = builds.map((build) => hashesOf(build));
    expect(one?.length).toBeGreaterThan(15);
    expect(two).toEqual(one);
  });

  const scripts = () =>
    hashesOf(builds[0] ?? '')
      .map(([file]) => file)
      .filter((file) => /\.(js|mjs|html|css|svg)$/.test(file))
      .map((file) => ({ file, source: readFileSync(join(builds[0] ?? '', file), 'utf8') }));
  const filesWith = (pattern: RegExp) =>
    scripts()
      .filter(({ source }) => pattern.test(source))
      .map(({ file }) => file);

  it('has every script of the manifest and of its pages among those looked through', () => {
    const files = scripts().map(({ file }) => file);
    expect(files.length).toBeGreaterThan(10);
    const named = scripts().flatMap(({ source }) =>
      [...source.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(
      [...named, 'background.js', 'brain.js', 'console.js'].filter(
        (name) => !files.some((file) => file.endsWith(name)),
      ),
    ).toEqual([]);
  });

  it('loads no code from elsewhere', () => {
    const far = String.raw`["'\x60](?:https?:)?//`;
    const loads = new RegExp(
      [
        `<(?:script|link|iframe|img)[^>]+(?:src|href)=${far}`,
        String.raw`\b(?:importScripts|import|Worker|SharedWorker|fetch)\(\s*${far}`,
        String.raw`@import\s+(?:url\()?${far}`,
        String.raw`url\(\s*["']?(?:https?:)?//`,
      ].join('|'),
    );
    expect(filesWith(loads)).toEqual([]);
  });

  it('makes no code from text', () => {
    const makes =
      /\beval\s*\(|\bnew Function\b|[^\w$.]Function\s*\(|\bset(?:Timeout|Interval)\(\s*["'`]|createContextualFragment|document\.write|insertAdjacentHTML|DOMParser|srcdoc\s*=/;
    expect(filesWith(makes)).toEqual([]);
  });

  // React's own, all in the one chunk that holds it. No source file of ours has the property that
  // reaches the second; tests/architecture.test.ts sees to that.
  const ofReact = [
    // An empty <script>, taken out of a <div> so that the parser has marked it as never to run.
    /\.innerHTML=`<script><\\\/script>`/g,
    // `dangerouslySetInnerHTML`: the value of its `__html`.
    /\?\.__html!==([\w$]+)&&\([\w$]+\.innerHTML=\1\)/g,
  ];

  it('makes no HTML from text but by React’s own property, which nothing of ours uses', () => {
    const removed: string[] = [];
    const found = scripts().flatMap(({ file, source }) => {
      const rest = ofReact.reduce((left, own) => {
        return left.replace(own, () => {
          removed.push(file);
          return '';
        });
      }, source);
      return [...rest.matchAll(/.{0,40}\b(?:inner|outer)HTML\s*=[^=].{0,40}/g)].map(
        ([at]) => `${file}: ${at}`,
      );
    });
    expect(found).toEqual([]);
    // One each for elements, new and updated, and the empty script: more would be somebody else's.
    expect(removed).toHaveLength(3);
    expect(new Set(removed).size).toBe(1);
  });
});
