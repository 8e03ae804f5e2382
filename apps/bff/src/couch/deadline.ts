import { AsyncLocalStorage } from 'node:async_hooks'

/** What one look at the store may take where nobody said when its request ends (milliseconds). */
const usual = 10_000

const ends = new AsyncLocalStorage<number>()

/**
 * Runs `work` with one end for everything that it asks of the store, however many looks follow each other.
 * It lies beside the calls because every layer between a request and the store would otherwise carry it.
 */
export function withDeadline<T>(milliseconds: number, work: () => T): T {
  return ends.run(performance.now() + milliseconds, work)
}

/** When the answer to what is asked now must be there, on the clock of `performance`. */
export function currentDeadline(): number {
  return ends.getStore() ?? performance.now() + usual
}

/** A signal for that moment. Who comes too late still learns it from the store's own error. */
export function signalAt(deadline: number): AbortSignal {
  return AbortSignal.timeout(Math.max(0, Math.round(deadline - performance.now())))
}
