import { isJsonObject, type JsonObject } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'

/**
 * Values without what stands for stored secrets, which only the server knows and only at their own place, and how many
 * those are. Objects that held nothing else are left out with them.
 */
export function withoutStoredSecrets(values: JsonObject): { values: JsonObject; secrets: number } {
  let secrets = 0
  const entries = Object.entries(values).flatMap(([key, value]): [string, JsonObject[string]][] => {
    if (isSecretMarker(value)) {
      secrets += 1
      return []
    }
    if (!isJsonObject(value)) return [[key, value]]
    const inside = withoutStoredSecrets(value)
    secrets += inside.secrets
    const isEmptied = inside.secrets > 0 && Object.keys(inside.values).length === 0
    return isEmptied ? [] : [[key, inside.values]]
  })
  return { values: Object.fromEntries(entries), secrets }
}
