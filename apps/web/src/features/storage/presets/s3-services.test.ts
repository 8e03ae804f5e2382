import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { type s3Presets, s3ServiceOf, s3Services, withHostOfRegion, withS3Service } from './s3-services.ts'

const own = { bucket: 'invented-bucket', key: 'INVENTED', secret: 'invented-secret' }

describe(withS3Service, () => {
  for (const service of s3Services.filter((each) => each !== 'other')) {
    it(`fills in what ${service} needs, is known by it again, and keeps bucket and sign-in`, () => {
      const filled = withS3Service(own, service)
      expect(filled).toMatchObject(own)
      expect(s3ServiceOf(filled)).toBe(service)
    })
  }

  for (const { note, settings, service, expected } of [
    {
      note: 'Wasabi by its first region',
      settings: own,
      service: 'wasabi',
      expected: {
        ...own,
        region: 'us-east-1',
        host: 's3.us-east-1.wasabisys.com',
        scheme: 'https',
        bucket_access_method: 'vhost',
      },
    },
    {
      note: 'a region that the service has stays',
      settings: { ...own, region: 'fra1' },
      service: 'digitalocean',
      expected: {
        ...own,
        region: 'fra1',
        host: 'fra1.digitaloceanspaces.com',
        scheme: 'https',
        bucket_access_method: 'vhost',
      },
    },
    {
      note: 'Amazon needs none of what another left',
      settings: withS3Service(own, 'backblaze'),
      service: 'aws',
      expected: own,
    },
    {
      note: 'MinIO keeps the host of a store of one’s own',
      settings: { ...own, host: 'store.example.net', region: 'here' },
      service: 'minio',
      expected: {
        ...own,
        host: 'store.example.net',
        region: 'us-east-1',
        scheme: 'http',
        port: 9000,
        bucket_access_method: 'path',
      },
    },
    {
      note: 'another store keeps what a MinIO had, and nothing of a known host',
      settings: withS3Service(own, 'wasabi'),
      service: 'other',
      expected: { ...own, region: 'us-east-1' },
    },
  ] satisfies { note: string; settings: JsonObject; service: keyof typeof s3Presets; expected: JsonObject }[]) {
    it(note, () => expect(withS3Service(settings, service)).toEqual(expected))
  }
})

describe(s3ServiceOf, () => {
  for (const [settings, expected] of [
    [{}, 'aws'],
    [{ host: 's3.eu-west-1.amazonaws.com' }, 'aws'],
    [{ host: 's3.eu-central-1.wasabisys.com' }, 'wasabi'],
    [{ host: 's3.us-west-004.backblazeb2.com' }, 'backblaze'],
    [{ host: 'ams3.digitaloceanspaces.com' }, 'digitalocean'],
    [{ host: 'minio.example.net' }, 'minio'],
    [{ host: '10.0.0.9', port: 9000, bucket_access_method: 'path' }, 'minio'],
    [{ host: 'ceph.example.net' }, 'other'],
    [{ host: 'evil.example.net/.wasabisys.com' }, 'other'],
  ] satisfies [JsonObject, string][]) {
    it(`${JSON.stringify(settings)} is ${expected}`, () => expect(s3ServiceOf(settings)).toBe(expected))
  }
})

describe(withHostOfRegion, () => {
  const wasabi = withS3Service(own, 'wasabi')

  it('the host goes along with the region that is chosen', () => {
    expect(withHostOfRegion(wasabi, { ...wasabi, region: 'eu-west-2' }).host).toBe('s3.eu-west-2.wasabisys.com')
  })

  it('a host of one’s own stays where it is', () => {
    const other = { ...own, host: 'ceph.example.net', region: 'a' }
    expect(withHostOfRegion(other, { ...other, region: 'b' }).host).toBe('ceph.example.net')
  })

  it('a host that is edited is left as it is typed', () => {
    const typed = { ...wasabi, host: 's3.eu-west-1.wasabisys.com' }
    expect(withHostOfRegion(wasabi, typed)).toEqual(typed)
  })
})
