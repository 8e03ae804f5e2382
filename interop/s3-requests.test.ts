import type { JsonObject } from '@strata/json'
import { s3Endpoint } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'

/** What `erlcloud_s3:aws_region_from_host/1` (3.2.7; 3.2.4 has the same) gave; undefined where it crashed. */
const regions: Readonly<Record<string, string | undefined>> = {
  's3.amazonaws.com': 'us-east-1',
  's3-external-1.amazonaws.com': 'us-east-1',
  's3.eu-central-1.amazonaws.com': 'eu-central-1',
  's3-eu-west-1.amazonaws.com': 'eu-west-1',
  's3.cn-north-1.amazonaws.com.cn': 'cn-north-1',
  's3.dualstack.eu-west-1.amazonaws.com': 'dualstack',
  'S3.eu-west-1.amazonaws.com': 'us-east-1',
  's3.wasabisys.com': 'us-east-1',
  's3.eu-central-1.wasabisys.com': 'eu-central-1',
  's3.us-west-004.backblazeb2.com': 'us-west-004',
  's3.fr-par.scw.cloud': 'fr-par',
  'fra1.digitaloceanspaces.com': '1',
  'nyc3.digitaloceanspaces.com': '3',
  'hel1.your-objectstorage.com': '1',
  'storage.googleapis.com': 'rage',
  'acc.r2.cloudflarestorage.com': 'us-east-1',
  's3.example.com': 'us-east-1',
  's3..example.com': 'us-east-1',
  's3.eu-west-1.example.com': 'eu-west-1',
  's3-eu-west-1.example.com': 'eu-west-1',
  's3.minio.eu.corp.example': 'minio',
  's3.a.b.c.d.example': 'us-east-1',
  minio: 'us-east-1',
  localhost: 'us-east-1',
  'minio.example': 'us-east-1',
  'minio.corp.example': 'io',
  'minio.corp.example.': 'io',
  'minio.eu.corp.example': 'us-east-1',
  'abc.example.net': '',
  's3x.example.net': '',
  's1.example.net': undefined,
  'x.example.net': undefined,
  '10.0.0.5': 'us-east-1',
  '[2001:db8::1]': 'us-east-1',
}

describe('the region that a request to S3 is signed for, by the host', () => {
  for (const [host, kazoo] of Object.entries(regions)) {
    it(`${host} is ${kazoo === undefined ? 'a crash' : `'${kazoo}'`}, whatever the region says`, () => {
      for (const region of [{}, { region: 'eu-north-1' }]) {
        expect(s3Endpoint({ host, ...region }, 'kz-eu').signingRegion).toBe(kazoo)
      }
    })
  }
})

/** What `kz_att_s3` and `erlcloud_s3` asked for: the address without the object's key, and the `Host` header. */
describe('where a request to S3 goes', () => {
  for (const { settings, bucket = 'kz-eu', address, host } of [
    { settings: {}, address: 'https://s3.amazonaws.com/kz-eu', host: 's3.amazonaws.com' },
    {
      settings: { region: 'eu-west-1' },
      address: 'https://s3.eu-west-1.amazonaws.com',
      host: 'kz-eu.s3.eu-west-1.amazonaws.com',
    },
    {
      settings: { region: 'eu-west-1' },
      bucket: 'KZ_eu',
      address: 'https://s3.eu-west-1.amazonaws.com/KZ_eu',
      host: 's3.eu-west-1.amazonaws.com',
    },
    {
      settings: { host: '10.0.0.5', port: 9000, region: 'eu-west-1', scheme: 'http' },
      address: 'http://10.0.0.5:9000',
      host: 'kz-eu.10.0.0.5',
    },
    { settings: { host: 'minio.example' }, address: 'https://minio.example/kz-eu', host: 'minio.example' },
    {
      settings: { host: 'minio.example', bucket_access_method: 'vhost' },
      address: 'https://minio.example',
      host: 'kz-eu.minio.example',
    },
    {
      settings: { host: 'minio.example', region: 'eu-west-1', bucket_access_method: 'path' },
      address: 'https://minio.example/kz-eu',
      host: 'minio.example',
    },
    { settings: { host: 'minio.example', port: 80 }, address: 'https://minio.example/kz-eu', host: 'minio.example' },
    {
      settings: { host: 'minio.example', port: 443, scheme: 'http' },
      address: 'http://minio.example:443/kz-eu',
      host: 'minio.example',
    },
    {
      settings: { host: 'minio.example', port: 80, scheme: 'http' },
      address: 'http://minio.example/kz-eu',
      host: 'minio.example',
    },
  ] satisfies { settings: JsonObject; bucket?: string; address: string; host: string }[]) {
    it(`${JSON.stringify(settings)}, bucket ${bucket}`, () =>
      expect(s3Endpoint(settings, bucket)).toMatchObject({ base: address, hostHeader: host }))
  }
})
