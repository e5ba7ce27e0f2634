import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const built = '.output/chrome-mv3/console.js';
/** It is loaded into every page of a console, before the agent can work there. */
const mostGzipBytes = 25_000;

describe('the built console script', () => {
  it.skipIf(!existsSync(built))('is at most 25 kB when compressed', () => {
    const script = readFileSync(built);
    expect(script.length).toBeGreaterThan(1_000);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(mostGzipBytes);
  });
});
