import { defineConfig } from 'vitest/config';

const nodeTests = { environment: 'node', isolate: true } as const;

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
          environment: 'happy-dom',
          include: ['tests/dom/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...nodeTests,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
