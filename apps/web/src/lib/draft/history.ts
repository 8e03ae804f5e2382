/** What an operator works on, and the steps that led there and back. */
export interface History<Value> {
  readonly now: Value
  readonly past: readonly Value[]
  readonly future: readonly Value[]
  /** Where the last step was made: what follows it there belongs to the same step. */
  readonly place: string | undefined
}

/** As it is before anything was done. */
export function beginHistory<Value>(now: Value): History<Value> {
  return { now, past: [], future: [], place: undefined }
}

/**
 * Another value, one step on.
 * - steps at one place in a row are one, so that a word is undone and not its last letter
 * - what was undone cannot be done again any more
 */
export function step<Value>(history: History<Value>, now: Value, place?: string): History<Value> {
  const isSameStep = place !== undefined && place === history.place && history.past.length > 0
  return { now, past: isSameStep ? history.past : [...history.past, history.now], future: [], place }
}

/** The value before the last step; the same where there was none. */
export function undo<Value>(history: History<Value>): History<Value> {
  const now = history.past.at(-1)
  if (history.past.length === 0 || now === undefined) return history
  return { now, past: history.past.slice(0, -1), future: [history.now, ...history.future], place: undefined }
}

/** A value from before the first step, as if it had been undone to: what is now can be made again. */
export function stepBefore<Value>({ now, future }: History<Value>, before: Value): History<Value> {
  return { now: before, past: [], future: [now, ...future], place: undefined }
}

/** The value after the step that was undone last; the same where none was. */
export function redo<Value>(history: History<Value>): History<Value> {
  const [now, ...future] = history.future
  if (now === undefined) return history
  return { now, past: [...history.past, history.now], future, place: undefined }
}
