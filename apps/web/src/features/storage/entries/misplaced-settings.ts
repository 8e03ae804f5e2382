import { isJsonObject, type JsonObject } from '@strata/json'

/** Settings that KAZOO's API document prints beside the handler; its schemas and handlers have them in the settings. */
const movable = ['field_list', 'field_separator', 'folder_base_path'] as const

/** Those of them that a back-end has beside its handler, where no handler reads them. */
export function misplacedSettings(entry: JsonObject): string[] {
  return movable.filter((key) => Object.hasOwn(entry, key))
}

/** A back-end with all of its settings where KAZOO reads them; what is there already stays. */
export function withinSettings(entry: JsonObject): JsonObject {
  const keys = misplacedSettings(entry)
  const taken = Object.entries(entry).filter(([key]) => keys.includes(key))
  const settings = isJsonObject(entry.settings) ? entry.settings : {}
  const others = Object.entries(entry).filter(([key]) => !keys.includes(key))
  return { ...Object.fromEntries(others), settings: { ...Object.fromEntries(taken), ...settings } }
}
