import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/**
 * The form's data after a change, as it shall be kept: nothing set means nothing there.
 * - keys that RJSF leaves behind as `undefined` go
 * - an object that the change emptied goes, and then the object around it, up to the root, which stays
 * - an empty object stays where it stood before, where it is new, and where it is the very value that was set
 * - items of a list stay, whatever is left of them
 */
export function pruneEmptied(next: JsonObject, previous: JsonObject, isChanged: (pointer: string) => boolean) {
  const pruned = prune(next, previous, '')
  return isJsonObject(pruned) ? pruned : {}

  function prune(value: JsonValue, before: JsonValue | undefined, pointer: string): JsonValue {
    if (Array.isArray(value)) {
      const items = Array.isArray(before) ? before : []
      return value.map((item, index) => prune(item, items[index], `${pointer}/${index}`))
    }
    if (!isJsonObject(value)) return value
    const known = isJsonObject(before) ? before : {}
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, child]) => {
        if (child === undefined) return []
        const at = pointer + formatPointer([key])
        const old = Object.hasOwn(known, key) ? known[key] : undefined
        const kept = prune(child, old, at)
        const wasEmptied = isEmpty(kept) && !isChanged(at) && (!isEmpty(child) || (isJsonObject(old) && !isEmpty(old)))
        return wasEmptied ? [] : [[key, kept]]
      }),
    )
  }
}

function isEmpty(value: JsonValue): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0
}
