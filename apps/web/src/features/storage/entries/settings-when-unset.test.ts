import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import type { BackEndKind } from './back-end-kinds.ts'
import { settingsWhenUnset } from './settings-when-unset.ts'

describe(settingsWhenUnset, () => {
  for (const [note, kind, settings, expected] of [
    ['S3 without a region', 's3', {}, { host: 's3.amazonaws.com', port: 443, bucket_access_method: 'path' }],
    ['S3 with one', 's3', { region: 'r' }, { host: 's3.r.amazonaws.com', bucket_access_method: 'auto' }],
    ['S3 without TLS', 's3', { scheme: 'http' }, { port: 80 }],
    ['any kind', 'azure', {}, { field_separator: '/' }],
  ] satisfies [string, BackEndKind, JsonObject, object][]) {
    it(note, () => expect(settingsWhenUnset(kind, settings)).toMatchObject(expected))
  }
})
