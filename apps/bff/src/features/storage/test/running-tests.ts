import { AppError } from '#bff/errors.ts'

/** A page tests each entry of a document once; more than these at once are an attack on a host by way of the server. */
const mostAtOnce = 16

/** Counts the tests that run for each account. */
export interface RunningTests {
  /** Throws `too-many` while as many run for an account as may. */
  requireRoom(accountId: string): void
  during(accountId: string, work: () => Promise<void>): Promise<void>
}

export function createRunningTests(): RunningTests {
  const running = new Map<string, number>()
  const count = (accountId: string) => running.get(accountId) ?? 0
  return {
    requireRoom(accountId) {
      if (count(accountId) < mostAtOnce) return
      const message = `${mostAtOnce} tests of this account are running: wait for one to end, then try again.`
      throw new AppError('too-many', message)
    },
    async during(accountId, work) {
      running.set(accountId, count(accountId) + 1)
      try {
        await work()
      } finally {
        const left = count(accountId) - 1
        if (left > 0) running.set(accountId, left)
        else running.delete(accountId)
      }
    },
  }
}
