import { deepEqual, formatPointer, getAt, type JsonObject } from '@strata/json'
import { isGroup } from '@strata/layered-config'

/**
 * Pointers to what differs between two documents, each a change of its own to a person.
 * - objects are compared key by key, anything else as a whole, and so are secrets
 * - what is only in one of them is one change, however much it holds
 */
export function changedPlaces(before: JsonObject, after: JsonObject): string[] {
  return placesBelow(before, after, '')
}

function placesBelow(before: JsonObject, after: JsonObject, prefix: string): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const token = formatPointer([key])
    const [old, next] = [getAt(before, token), getAt(after, token)]
    if (deepEqual(old, next)) return []
    return isGroup(old) && isGroup(next) ? placesBelow(old, next, prefix + token) : [prefix + token]
  })
}
