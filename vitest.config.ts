import { configDefaults, defineConfig } from 'vitest/config';

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

// Nothing here leaves anything behind, in no order: no global, no clock, no database. So they share
// a process, and what one has imported is there for the next.
const sharing = '{brain,consoles,domain,engine,faces,i18n,knowledge,protocol}';
// A file that counts processor time has a process of its own: others would leave it their garbage.
const timed = '(answer-start|hostile-files|other-tools)';
const pure = `tests/unit/${sharing}/**/!${timed}.test.ts`;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...nodeTests,
          name: 'pure',
          isolate: false,
          include: [pure, 'tests/quality/**/*.test.ts'],
        },
      },
      {
        test: {
          ...nodeTests,
          name: 'unit',
          exclude: [...configDefaults.exclude, pure],
          include: [
            'tests/architecture.test.ts',
            'tests/unit/**/*.test.ts',
            'tests/property/**/*.test.ts',
            'tests/contract/**/*.test.ts',
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
