import {
  deepEqual,
  formatPointer,
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  removeAt,
  setAt,
} from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { objectAt } from './document-parts.ts'

/**
 * Pointers to what differs between two documents, each a change of its own to a person.
 * - objects are compared key by key, anything else as a whole, and so are secrets
 * - what is only in one of them is one change, however much it holds
 */
export function changedPlaces(before: JsonObject, after: JsonObject): string[] {
  return placesBelow(before, after, '')
}

export interface Rebased {
  readonly fields: JsonObject
  /** Places that both sides changed, where the draft's value stands now. */
  readonly overlaps: readonly string[]
}

/** A draft's changes, made to `base`, on top of what the document has become since. */
export function rebaseDraft(base: JsonObject, draft: JsonObject, current: JsonObject): Rebased {
  const places = changedPlaces(base, draft)
  return {
    fields: places.reduce((fields, place) => withChange(fields, draft, base, place), current),
    overlaps: places.filter(
      (place) =>
        !deepEqual(getAt(base, place), getAt(current, place)) && !deepEqual(getAt(draft, place), getAt(current, place)),
    ),
  }
}

function placesBelow(before: JsonObject, after: JsonObject, prefix: string): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const token = formatPointer([key])
    const [old, next] = [getAt(before, token), getAt(after, token)]
    if (deepEqual(old, next)) return []
    return isBranch(old) && isBranch(next) ? placesBelow(old, next, prefix + token) : [prefix + token]
  })
}

function isBranch(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && !isSecretMarker(value)
}

/** Where something around a set place is gone meanwhile, it comes back whole: half an entry would be of no use. */
function withChange(fields: JsonObject, draft: JsonObject, base: JsonObject, place: string): JsonObject {
  if (getAt(draft, place) === undefined) return objectAt(removeAt(fields, place), '')
  const lost = ancestorsOf(place).find(
    (ancestor) => isJsonObject(getAt(base, ancestor)) && !isJsonObject(getAt(fields, ancestor)),
  )
  const target = lost ?? place
  return objectAt(setAt(fields, target, getAt(draft, target) ?? {}), '')
}

/** Pointers to what a place lies in, the outermost first. */
function ancestorsOf(place: string): string[] {
  const tokens = place.split('/').slice(1)
  return tokens.slice(0, -1).map((_, depth) => `/${tokens.slice(0, depth + 1).join('/')}`)
}
