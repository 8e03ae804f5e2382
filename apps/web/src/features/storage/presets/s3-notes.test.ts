import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { s3Notes } from './s3-notes.ts'
import { s3Services, withS3Service } from './s3-services.ts'

describe(s3Notes, () => {
  for (const { settings, expected } of [
    { settings: {}, expected: {} },
    { settings: { region: 'eu-west-1' }, expected: {} },
    {
      settings: { host: 's3.eu-central-1.wasabisys.com', region: 'eu-central-1' },
      expected: { host: { text: 'hostSigned', values: { region: 'eu-central-1' } } },
    },
    {
      settings: { host: 'minio.example', region: 'eu-west-1' },
      expected: {
        host: { text: 'hostSigned', values: { region: 'us-east-1' } },
        region: { text: 'regionIgnored', values: { region: 'us-east-1' } },
      },
    },
    {
      settings: { host: 'minio.corp.example' },
      expected: { host: { text: 'hostByChance', values: { region: 'io' } } },
    },
    {
      settings: { host: 's1.example.net', region: 'x' },
      expected: { host: { text: 'hostFails', values: { region: '' } } },
    },
    { settings: { port: 80 }, expected: { port: { text: 'portDropped', values: { region: 'us-east-1' } } } },
    { settings: { port: 80, scheme: 'http' }, expected: {} },
  ] satisfies { settings: JsonObject; expected: object }[]) {
    it(`of ${JSON.stringify(settings)}: ${Object.keys(expected).join(', ') || 'none'}`, () =>
      expect(s3Notes(settings)).toEqual(expected))
  }

  for (const service of s3Services) {
    it(`the settings of ${service} are signed for their region, or its servers check none`, () => {
      const { region } = s3Notes(withS3Service({ bucket: 'kz-eu' }, service))
      if (service !== 'digitalocean') expect(region).toBeUndefined()
    })
  }
})
