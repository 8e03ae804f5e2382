import { isJsonObject, type JsonObject } from '@strata/json'

const NOTHING: JsonObject = {}

/** What a section sets; always the same nothing where there is none of that name. */
export function sectionValues(sections: JsonObject, section: string): JsonObject {
  const values = Object.hasOwn(sections, section) ? sections[section] : undefined
  return isJsonObject(values) ? values : NOTHING
}
