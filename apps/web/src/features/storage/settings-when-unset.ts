import type { JsonObject, JsonValue } from '@strata/json'
import type { BackEndKind } from './back-end-kinds.ts'
import { textOf } from './document-parts.ts'

const idAndName: JsonValue = { group: [{ arg: 'id' }, { const: '_' }, { arg: 'attachment' }] }

const fieldLists: Partial<Record<BackEndKind, JsonValue>> = {
  s3: [{ arg: 'db' }, idAndName],
  http: [{ arg: 'account_id' }, { field: 'owner_id' }, { arg: 'id' }, { arg: 'attachment' }],
}

/**
 * What KAZOO's attachment handlers do where a setting is not set, by its name.
 * Source: kz_att_util and the handlers' own modules (kz_att_s3 above all).
 */
export function settingsWhenUnset(kind: BackEndKind, settings: JsonObject): JsonObject {
  return {
    field_list: fieldLists[kind] ?? [idAndName],
    field_separator: '/',
    ...(kind === 's3' ? s3WhenUnset(settings) : {}),
  }
}

function s3WhenUnset(settings: JsonObject): JsonObject {
  const region = textOf(settings.region)
  return {
    host: region === undefined ? 's3.amazonaws.com' : `s3.${region}.amazonaws.com`,
    scheme: 'https',
    port: settings.scheme === 'http' ? 80 : 443,
    bucket_access_method: region === undefined ? 'path' : 'auto',
  }
}
