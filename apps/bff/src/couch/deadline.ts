import { AsyncLocalStorage } from 'node:async_hooks'
import { AppError } from '#bff/errors/app-error.ts'

/** What one look at the store may take where nobody said how long its request waits (milliseconds). */
const usual = 10_000
/** A timer may end so much too early (milliseconds): what is left of a look that it ended is nothing. */
const exactness = 1

interface Patience {
  /** What is left of it, on the clock of `performance`: it passes only while something is asked. */
  left: number
  ends: number
  looks: number
}

const patiences = new AsyncLocalStorage<Patience>()

/**
 * Runs `work`, which may wait so long for the store in all, however many looks follow each other or run side by side.
 * Time that it spends otherwise, such as on testing a back-end, does not count.
 */
export function withPatience<T>(milliseconds: number, work: () => T): T {
  return patiences.run({ left: milliseconds, ends: 0, looks: 0 }, work)
}

/** Runs `work` for whoever waits for it: every look of it has the usual time, however little the first of them has left. */
export function atItsOwnPace<T>(work: () => T): T {
  return patiences.exit(work)
}

/**
 * What `look` gives, as long as there is patience. `signal` aborts when there is none left.
 * Throws `unavailable` then, whether or not `look` minds the signal.
 */
export async function askInTime<T>(look: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const patience = patiences.getStore() ?? { left: usual, ends: 0, looks: 0 }
  if (patience.left < exactness) throw tooLate()
  if (patience.looks === 0) patience.ends = performance.now() + patience.left
  patience.looks += 1
  const late = lateness(patience.ends)
  try {
    return await Promise.race([late.comes, look(late.signal)])
  } finally {
    late.forget()
    patience.looks -= 1
    if (patience.looks === 0) patience.left = patience.ends - performance.now()
  }
}

function lateness(ends: number) {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const comes = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(tooLate())
      controller.abort()
    }, ends - performance.now())
  })
  return { signal: controller.signal, comes, forget: () => clearTimeout(timer) }
}

function tooLate(): AppError {
  return new AppError('unavailable', 'The store gave no answer in time.')
}
