import { useRef } from 'react'

/** The value of an earlier render as long as it is still the same in content, so that what depends on it stays put. */
export function useKept<Value>(value: Value, isSame: (earlier: Value, now: Value) => boolean): Value {
  const kept = useRef(value)
  if (kept.current !== value && !isSame(kept.current, value)) kept.current = value
  return kept.current
}
