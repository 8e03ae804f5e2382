import type { SecretMarker } from '@strata/api-types'
import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue, parsePointer, setAt } from '@strata/json'
import { isConfigSecret, secretLeaves } from '@strata/kazoo-schemas'
import { isSecretMarker } from '@strata/layered-config'
import { secretInWords } from '#web/components/schema-form/secret-marker.ts'

const HIDDEN = '••••'

/** Sections with every secret that was typed hidden; what stands for a stored one stays, but for what was typed there. */
export function hideSecrets(sections: JsonObject): JsonObject {
  return secretLeaves(sections, isConfigSecret).reduce<JsonObject>((hidden, pointer) => {
    const holder = formatPointer(parsePointer(pointer).slice(0, -1))
    const marker = getAt(sections, holder)
    const next = isSecretMarker(marker)
      ? setAt(hidden, holder, withShownMasked(marker))
      : setAt(hidden, pointer, HIDDEN)
    return isJsonObject(next) ? next : hidden
  }, sections)
}

function withShownMasked(marker: JsonValue & SecretMarker): JsonValue {
  if (marker.shown === undefined) return marker
  return { $secret: 'set', fingerprint: marker.fingerprint, shown: secretInWords(marker) }
}

/** The same for the value at a pointer of a section. */
export function hideSecretsAt(pointer: string, value: JsonValue): JsonValue {
  // Asked for every row with every keystroke: most values are no objects, and most of those no texts.
  if (value === null || value === '' || typeof value === 'boolean') return value
  if (typeof value !== 'object') return isConfigSecret(['section', ...parsePointer(pointer)], value) ? HIDDEN : value
  const place = formatPointer(['section']) + pointer
  const document = setAt({}, place, value)
  return isJsonObject(document) ? (getAt(hideSecrets(document), place) ?? null) : value
}
