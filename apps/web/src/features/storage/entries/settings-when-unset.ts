import type { JsonObject } from '@strata/json'
import { textOf } from '../document/document-parts.ts'
import type { BackEndKind } from './back-end-kinds.ts'

/**
 * What KAZOO's attachment handlers do where a setting is not set, by its name; the parts of a path apart, which
 * `@strata/storage-plan` knows.
 * Source: kz_att_util and the handlers' own modules (kz_att_s3 above all).
 */
export function settingsWhenUnset(kind: BackEndKind, settings: JsonObject): JsonObject {
  return {
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
