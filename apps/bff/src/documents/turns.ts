import { AppError } from '#bff/errors.ts'
import { createInTurn } from '#bff/in-turn.ts'

/** Writers of one server take turns, so only writers on other servers make an attempt fail. */
const maxAttempts = 10

/** Runs writes of one document after each other, and repeats those that another server's write came before. */
export interface Turns {
  /** `write` runs once, after those of the same key. It must not take a turn of that key itself. */
  once<T>(key: string, write: () => Promise<T>): Promise<T>
  /** `write` reads the document anew each time. Throws `conflict` when it lost ten times in a row. */
  repeatedOnConflict<T>(key: string, write: () => Promise<T>): Promise<T>
}

export function createTurns(): Turns {
  const inTurn = createInTurn()
  return { once: inTurn, repeatedOnConflict: (key, write) => inTurn(key, () => attempt(write, maxAttempts)) }
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
