import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue, parsePointer, setAt } from '@strata/json'
import { isConfigSecret, secretLeaves } from '@strata/kazoo-schemas'
import { isSecretMarker } from '#web/components/schema-form/secret-marker.ts'

const HIDDEN = '••••'

/** Sections with every secret that was typed hidden; what stands for a stored one stays. */
export function hideSecrets(sections: JsonObject): JsonObject {
  return secretLeaves(sections, isConfigSecret)
    .filter((pointer) => !isSecretMarker(getAt(sections, formatPointer(parsePointer(pointer).slice(0, -1)))))
    .reduce<JsonObject>((hidden, pointer) => {
      const next = setAt(hidden, pointer, HIDDEN)
      return isJsonObject(next) ? next : hidden
    }, sections)
}

/** The same for the value at a pointer of a section. */
export function hideSecretsAt(pointer: string, value: JsonValue): JsonValue {
  // Asked for every row with every keystroke: most values are no objects, and most of those no texts.
  if (value === null || value === '' || typeof value === 'boolean') return value
  if (typeof value !== 'object') return isConfigSecret(['section', ...parsePointer(pointer)], value) ? HIDDEN : value
  // What is no object needs no document around it, and rows ask for many.
  if (typeof value !== 'object') {
    return value !== '' && isConfigSecret(['section', ...parsePointer(pointer)], value) ? HIDDEN : value
  }
  const place = formatPointer(['section']) + pointer
  const document = setAt({}, place, value)
  return isJsonObject(document) ? (getAt(hideSecrets(document), place) ?? null) : value
}
