import { AppError } from '#bff/errors/app-error.ts'

/** A page tests each entry of a document once; more than these at once are an attack on a host by way of the server. */
const mostForAccount = 16
const mostForAll = 48

/** Ends a turn; to be called once. */
type EndTurn = () => void

interface Waiting {
  readonly accountId: string
  start(): void
}

/**
 * Hands out turns to test back-ends: to tests of drafts and to those of saves alike, so many at once for each account
 * that asks and for all of them together. A test sends one request at a time.
 */
export type TestBudget = ReturnType<typeof createTestBudget>

export function createTestBudget() {
  const running = new Map<string, number>()
  const waiting = new Set<Waiting>()
  const count = (accountId: string) => running.get(accountId) ?? 0
  const total = () => [...running.values()].reduce((sum, each) => sum + each, 0)
  const hasRoom = (accountId: string) => count(accountId) < mostForAccount && total() < mostForAll

  function start(accountId: string): EndTurn {
    running.set(accountId, count(accountId) + 1)
    return () => {
      const left = count(accountId) - 1
      if (left > 0) running.set(accountId, left)
      else running.delete(accountId)
      startNext()
    }
  }

  function startNext(): void {
    const ready = [...waiting].filter(({ accountId }) => hasRoom(accountId))
    const fewest = Math.min(...ready.map(({ accountId }) => count(accountId)))
    ready.find(({ accountId }) => count(accountId) === fewest)?.start()
  }

  return {
    /** A turn at once. Throws `too-many` when there is none. */
    begin(accountId: string): EndTurn {
      if (hasRoom(accountId)) return start(accountId)
      const busy = count(accountId) < mostForAccount ? `${mostForAll} tests` : `${mostForAccount} tests of this account`
      throw new AppError('too-many', `${busy} are running: wait for one to end, then try again.`)
    },
    /**
     * A turn as soon as there is one; who has the fewest running comes first, then who came first.
     * Throws `too-many` when `signal` aborts before.
     */
    waitFor(accountId: string, signal: AbortSignal): Promise<EndTurn> {
      if (hasRoom(accountId) && !signal.aborted) return Promise.resolve(start(accountId))
      return new Promise((resolve, reject) => {
        const turn: Waiting = {
          accountId,
          start() {
            leave()
            resolve(start(accountId))
          },
        }
        const giveUp = () => {
          leave()
          const message =
            'So many back-ends are being tested that not all of this document came to their turn in time: save it again in a minute.'
          reject(new AppError('too-many', message))
        }
        const leave = () => {
          waiting.delete(turn)
          signal.removeEventListener('abort', giveUp)
        }
        waiting.add(turn)
        signal.addEventListener('abort', giveUp)
        if (signal.aborted) giveUp()
      })
    },
  }
}
