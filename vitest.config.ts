import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Where tests put data folders: in memory where there is room, as every write that is acknowledged waits for the disk. */
function temporaryRoot(): string {
  const memory = '/dev/shm'
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > 2 ** 30 ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

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
          // Pure: a module loaded once serves every file.
          isolate: false,
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
          // Every server, store and client belongs to the test that made it, so the modules are loaded once.
          isolate: false,
          globalSetup: 'scripts/build-server.mjs',
          env: { TMPDIR: temporaryRoot() },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web rules',
          include: ['apps/web/src/**/*.test.ts'],
          // No page: the few that need its storage or a hook name happy-dom in their first line.
          environment: 'node',
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'web pages',
          include: ['apps/web/src/**/*.test.tsx'],
          environment: 'happy-dom',
          // What a test leaves in the page is taken away after it, so the modules are loaded once.
          setupFiles: ['apps/web/src/testing/set-up-pages.ts'],
          isolate: false,
          // Whole pages are walked through in one test.
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
