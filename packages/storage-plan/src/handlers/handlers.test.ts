import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { targetOf } from '../target.ts'
import { handlerKinds, handlers, settingsWhenUnset } from './handlers.ts'

describe(settingsWhenUnset, () => {
  for (const [note, kind, settings, expected] of [
    ['S3 without a region', 's3', {}, { host: 's3.amazonaws.com', port: 443, bucket_access_method: 'path' }],
    ['S3 with one', 's3', { region: 'r' }, { host: 's3.r.amazonaws.com', bucket_access_method: 'auto' }],
    ['S3 without TLS', 's3', { scheme: 'http' }, { port: 80 }],
    ['any kind', 'azure', {}, { field_separator: '/' }],
    ['a handler of another time', 'ftp', {}, { field_separator: '/' }],
  ] satisfies [string, string, JsonObject, object][]) {
    it(note, () => expect(settingsWhenUnset(kind, settings)).toMatchObject(expected))
  }
})

describe('a handler', () => {
  for (const kind of handlerKinds) {
    const { asked, address, place, secrets, unschemed = [] } = handlers[kind]
    const names = [...asked, ...address, ...place, ...secrets, ...unschemed]

    it(`${kind} makes no secret part of where a file goes`, () => {
      const settings = Object.fromEntries(names.map((name) => [name, `value-of-${name}`]))
      const target = JSON.stringify(targetOf(kind, settings, 'P'))
      expect(secrets.filter((name) => target.includes(`value-of-${name}`))).toEqual([])
    })

    it(`${kind} never calls a place what is a secret`, () => {
      expect(place.filter((name) => secrets.includes(name))).toEqual([])
    })
  }
})
