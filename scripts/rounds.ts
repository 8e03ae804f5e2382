/** Whether the long proofs run whole, as in `pnpm soak`, or a part of them, as in every test run. */
const isWhole = process.env.STRATA_SOAK === '1'

/** How often the long proofs try, each under the test file that holds it. */
const proofs = {
  'apps/bff/tests/store/killed-writers.test.ts': { part: 5, whole: 100 },
  'apps/bff/tests/store/damaged-folder.test.ts': { part: 20, whole: 200 },
  'apps/bff/tests/resilience/hostile-bodies.test.ts': { part: 100, whole: 1000 },
  'apps/bff/tests/system-configs/foreseen.test.ts': { part: 200, whole: 2000 },
} as const

/** What a long proof may take in this run (milliseconds). */
export const proofTimeout = isWhole ? 3_600_000 : 180_000

/** The test files that hold a long proof. */
export const proofFiles: readonly string[] = Object.keys(proofs)

/** How often the proof in a test file tries in this run. */
export function roundsOf(file: keyof typeof proofs): number {
  return isWhole ? proofs[file].whole : proofs[file].part
}
