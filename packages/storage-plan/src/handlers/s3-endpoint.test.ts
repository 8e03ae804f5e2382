import { describe, expect, it } from 'vitest'
import { s3Endpoint } from './s3-endpoint.ts'

describe(s3Endpoint, () => {
  it('tells server, port, header and region apart', () => {
    const settings = { host: 's3.eu-central-1.wasabisys.com', region: 'us-east-1', bucket_access_method: 'vhost' }
    expect(s3Endpoint(settings, 'kz-eu')).toEqual({
      scheme: 'https',
      host: 's3.eu-central-1.wasabisys.com',
      port: 443,
      base: 'https://s3.eu-central-1.wasabisys.com',
      hostHeader: 'kz-eu.s3.eu-central-1.wasabisys.com',
      signingRegion: 'eu-central-1',
      isRegionByChance: false,
    })
  })

  it('the Host header has no port', () => {
    expect(s3Endpoint({ host: 'minio.example', port: 9000, scheme: 'http' }, 'kz-eu')).toMatchObject({
      base: 'http://minio.example:9000/kz-eu',
      hostHeader: 'minio.example',
    })
  })

  for (const [host, expected] of [
    ['s3.eu-central-1.amazonaws.com', false],
    ['s3-eu-west-1.amazonaws.com', false],
    ['minio.example', false],
    ['10.0.0.5', false],
    ['minio.corp.example', true],
    ['fra1.digitaloceanspaces.com', true],
    ['s3.dualstack.eu-west-1.amazonaws.com', true],
  ] as const) {
    it(`the region of ${host} is ${expected ? 'one by chance' : 'meant'}`, () => {
      expect(s3Endpoint({ host }, 'kz-eu').isRegionByChance).toBe(expected)
    })
  }

  for (const { note, settings, expected } of [
    { note: 'Amazon’s host of a region is signed for it', settings: { region: 'eu-west-1' }, expected: 'eu-west-1' },
    { note: 'without anything it is the first of Amazon’s', settings: {}, expected: 'us-east-1' },
    {
      note: 'with a host the region has no say in it',
      settings: { host: 'minio.example', region: 'eu-west-1' },
      expected: 'us-east-1',
    },
    { note: 'a first label of two letters is none', settings: { host: 's1.example.net' }, expected: undefined },
  ]) {
    it(`${note}: ${expected}`, () => expect(s3Endpoint(settings, 'kz-eu').signingRegion).toBe(expected))
  }
})
