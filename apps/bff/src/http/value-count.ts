import type { JsonValue } from '@strata/json'

/** Whether a value holds more than `limit` values, itself, lists and objects included. Looks no further than that takes. */
export function holdsMoreThan(value: JsonValue, limit: number): boolean {
  const pending = [value]
  let seen = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    seen += 1
    if (typeof next !== 'object' || next === null) continue
    const children = Object.values(next)
    if (seen + pending.length + children.length > limit) return true
    for (const child of children) pending.push(child)
  }
  return seen > limit
}
