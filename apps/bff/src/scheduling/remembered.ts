/**
 * A function that keeps the result of `load` for `milliseconds` (by default for good) and forgets failures at once.
 * Callers that come while it loads share the load.
 */
export function remembered<T>(load: () => Promise<T>, milliseconds = Number.POSITIVE_INFINITY): () => Promise<T> {
  let kept: { promise: Promise<T>; until: number } | undefined
  return () => {
    if (kept !== undefined && performance.now() < kept.until) return kept.promise
    const promise = load()
    const entry = { promise, until: performance.now() + milliseconds }
    kept = entry
    promise.catch(() => {
      if (kept === entry) kept = undefined
    })
    return promise
  }
}
