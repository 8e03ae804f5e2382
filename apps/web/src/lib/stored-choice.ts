import { useSyncExternalStore } from 'react'

/** One of a few values that the operator chose for this browser. */
export interface StoredChoice<Value extends string> {
  get(): Value
  set(next: Value): void
  subscribe(listener: () => void): () => void
}

/** A choice kept in local storage under `key`; the first of `values` until somebody chooses another. */
export function storedChoice<const Value extends string>(
  key: string,
  values: readonly [Value, ...Value[]],
): StoredChoice<Value> {
  const listeners = new Set<() => void>()
  let current = read()

  function read(): Value {
    try {
      const stored = localStorage.getItem(key)
      return values.find((value) => value === stored) ?? values[0]
    } catch {
      return values[0]
    }
  }

  return {
    get: () => current,
    set(next) {
      current = next
      try {
        localStorage.setItem(key, next)
      } catch {
        // Without storage the choice lasts until the page is left.
      }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useStoredChoice<Value extends string>(choice: StoredChoice<Value>): Value {
  return useSyncExternalStore(choice.subscribe, choice.get)
}
