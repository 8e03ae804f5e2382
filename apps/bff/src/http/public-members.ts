import type { JsonObject } from '@strata/json'

/** What of a body may be stored: Crossbar looks past its `id` and past members whose names are private in KAZOO. */
export function publicMembers(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([key]) => key !== 'id' && !key.startsWith('_') && !key.startsWith('pvt_')),
  )
}
