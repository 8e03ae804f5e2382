import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { countOverrides, type Sections } from '@strata/layered-config'
import { isSecretMarker } from '#web/components/schema-form/secret-marker.ts'
import { sectionValues } from '../draft/section-values.ts'

/** How many leaves a section sets. */
export function overridesOf(sections: Sections, section: string): number {
  return overridesIn({ section: sectionValues(sections, section) })
}

/** How many leaves all sections set. What stands for a secret is one leaf, although it reads as an object. */
export function overridesIn(sections: JsonObject): number {
  return countOverrides(mapObject(sections, withoutMarkers))
}

function withoutMarkers(value: JsonValue): JsonValue {
  if (isSecretMarker(value)) return value.fingerprint
  return isJsonObject(value) ? mapObject(value, withoutMarkers) : value
}

function mapObject(object: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
