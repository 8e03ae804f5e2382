import { AppError } from '#bff/errors/app-error.ts'
import { createInTurn } from '#bff/scheduling/in-turn.ts'

/** Writers of one server take turns, so only writers on other servers make an attempt fail. */
const maxAttempts = 10

/**
 * Runs writes of one document after each other, and repeats those that another server's write came before.
 * Who waits while another finds out that the store gives no answer fails as that one does, and does not wait again.
 */
export type Turns = ReturnType<typeof createTurns>

export function createTurns() {
  const inTurn = createInTurn()
  let outage: { readonly error: AppError; readonly at: number } | undefined

  /** `write` runs once, after those of the same key. It must not take a turn of that key itself. */
  function once<T>(key: string, write: () => Promise<T>): Promise<T> {
    const since = performance.now()
    return inTurn(key, async () => {
      if (outage !== undefined && outage.at > since) throw outage.error
      try {
        return await write()
      } catch (error) {
        if (error instanceof AppError && error.kind === 'unavailable') outage = { error, at: performance.now() }
        throw error
      }
    })
  }

  /** `write` reads the document anew each time. Throws `conflict` when it lost ten times in a row. */
  function repeatedOnConflict<T>(key: string, write: () => Promise<T>): Promise<T> {
    return once(key, () => attempt(write, maxAttempts))
  }

  return { once, repeatedOnConflict }
}

async function attempt<T>(write: () => Promise<T>, attemptsLeft: number): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const isLostRace = error instanceof AppError && error.kind === 'conflict'
    if (!isLostRace || attemptsLeft <= 1) throw error
    return attempt(write, attemptsLeft - 1)
  }
}
