import type { JsonObject } from '@strata/json'

const generic: readonly JsonObject[] = [
  { arg: 'account_id' },
  { field: 'owner_id' },
  { arg: 'id' },
  { arg: 'attachment' },
]

const idAndName: JsonObject = { group: [{ arg: 'id' }, { const: '_' }, { arg: 'attachment' }] }

const byHandler: ReadonlyMap<string, readonly JsonObject[]> = new Map([
  ['s3', [{ arg: 'db' }, idAndName]],
  ['azure', [idAndName]],
  ['dropbox', [idAndName]],
  ['google_drive', [idAndName]],
  ['google_storage', [idAndName]],
  ['onedrive', [idAndName]],
])

/**
 * The `field_list` of a handler where its settings have none; handlers that are not known have the one of `http`.
 * Source: the modules kz_att_*.
 */
export function defaultFields(handler: string): readonly JsonObject[] {
  return byHandler.get(handler) ?? generic
}
