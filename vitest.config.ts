import { defineConfig } from 'vitest/config';

// Two files at once, each with its own browser where it has one: more of them starve each other.
const maxWorkers = 2;
// Waiting for what comes ends when it comes; the one second of the default is over before a busy
// machine has looked twice.
const expect = { poll: { timeout: 15_000 } };
// A machine that does other work too is no failure: only what hangs is.
const nodeTests = {
  environment: 'node',
  isolate: true,
  maxWorkers,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...nodeTests,
          name: 'unit',
          include: [
            'tests/architecture.test.ts',
            'tests/unit/**/*.test.ts',
            'tests/property/**/*.test.ts',
            'tests/contract/**/*.test.ts',
            'tests/quality/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'dom',
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect,
          environment: 'happy-dom',
          include: ['tests/dom/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...nodeTests,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          // A browser on a machine that is shared misses a beat now and then; a fault fails twice.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
