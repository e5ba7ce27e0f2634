import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { rows, type Step, walkFirstDay } from '../support/first-day';

let steps: readonly Step[];
beforeAll(async () => {
  steps = await walkFirstDay();
});

describe('a new user’s first day', () => {
  it('starts from a spreadsheet of 300 answers', () => {
    expect(rows.toString().trim().split('\n')).toHaveLength(301);
  });

  it('takes three clicks in Cuecard and nothing typed', () => {
    expect(steps.map(({ name, clicks }) => [name, clicks])).toEqual([
      ['installed', 0],
      ['switched-on', 1],
      ['imported', 1],
      ['inserted', 1],
    ]);
    expect(steps.map(({ typed }) => typed)).toEqual([0, 0, 0, 0]);
  });

  it('takes eight clicks once installed, the browser’s own windows included', () => {
    const [, ...after] = steps;
    const all = after.reduce((sum, { clicks, browserClicks }) => sum + clicks + browserClicks, 0);
    expect(all).toBeLessThanOrEqual(8);
  });

  it('is told in docs/first-day.md as it is', () => {
    const told = readFileSync('docs/first-day.md', 'utf8');
    for (const { words, clicks, browserClicks, typed } of steps) {
      expect(told).toContain(`| ${words} | ${clicks} | ${browserClicks} | ${typed} |`);
    }
  });
});
