import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // All cores: nothing else runs beside the tests.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'packages',
          include: ['packages/*/{src,tests}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'interop',
          include: ['interop/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'bff',
          include: ['apps/bff/{src,tests}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['apps/web/src/testing/wait-patiently.ts'],
          // Whole pages are walked through in one test.
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
