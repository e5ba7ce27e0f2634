import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const bundled = [
  '@medv/finder',
  'dexie',
  'fflate',
  'fuse.js',
  'pinyin-pro',
  'react',
  'react-dom',
  'snowball-stemmers',
  'valibot',
  'zustand',
];
/** Packages without a licence file; their notices are written by hand. */
const withoutText = ['@wxt-dev/browser', 'snowball-stemmers', 'wxt'];

describe.each(['chrome-mv3', 'firefox-mv3'])('the package of %s', (target) => {
  const path = `.output/${target}/third-party-notices.txt`;
  const why = existsSync(path) ? undefined : `not built: ${path}`;

  it.skipIf(why)(`brings the licences of all that it bundles${why ? ` (${why})` : ''}`, () => {
    const [byHand = '', ...notices] = readFileSync(path, 'utf8').split(`\n\n${'-'.repeat(72)}\n\n`);
    const texts = new Map(
      notices.map((notice) => {
        const [heading = '', ...text] = notice.split('\n\n');
        return [heading.split(' ')[0], text.join('\n\n')];
      }),
    );
    expect([...texts.keys()]).toEqual(expect.arrayContaining(bundled));
    for (const [name, text] of texts) {
      if (withoutText.includes(name ?? '')) expect(byHand).toContain(name);
      else expect(text, name).toMatch(/permission|licen[cs]e/i);
    }
  });

  it.skipIf(why)('leaves no list behind that only the build needs', () => {
    expect(existsSync(`.output/${target}/third-party-notices.json`)).toBe(false);
  });
});
