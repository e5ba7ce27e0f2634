import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const built = '.output/chrome-mv3/console.js';
/** It is loaded into every page of a console, before the agent can work there. */
const mostGzipBytes = 25_000;

const onDemand = [
  ['generic', 10_500],
  ['teach', 18_000],
] as const;

describe.each(onDemand)('what is loaded only where it is needed: %s', (name, most) => {
  const file = `.output/chrome-mv3/${name}.js`;
  it.skipIf(!existsSync(file))(`is at most ${most} bytes when compressed`, () => {
    expect(gzipSync(readFileSync(file), { level: 9 }).length).toBeLessThanOrEqual(most);
  });
});

describe('the built console script', () => {
  it.skipIf(!existsSync(built))('is at most 25 kB when compressed', () => {
    const script = readFileSync(built);
    expect(script.length).toBeGreaterThan(1_000);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(mostGzipBytes);
  });
});
