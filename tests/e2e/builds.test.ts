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

  it('loads no code from elsewhere and makes none from text', () => {
    const scripts = hashesOf(builds[0] ?? '')
      .map(([file]) => file)
      .filter((file) => /\.(js|html)$/.test(file));
    expect(scripts.length).toBeGreaterThan(5);
    const found = scripts.filter((file) =>
      /<script[^>]+src="https?:|importScripts\(\s*["']https?:|\beval\(|new Function\(/.test(
        readFileSync(join(builds[0] ?? '', file), 'utf8'),
      ),
    );
    expect(found).toEqual([]);
  });
});
