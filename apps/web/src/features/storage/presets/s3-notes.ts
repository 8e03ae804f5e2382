import type { JsonObject } from '@strata/json'
import { s3Endpoint } from '@strata/storage-plan'
import { textOf } from '../document/document-parts.ts'

/** What is to be said at a setting of S3: a text of `storage.settings.s3Notes`, and what it names. */
export interface S3Note {
  readonly text: 'regionIgnored' | 'hostSigned' | 'hostByChance' | 'hostFails' | 'portDropped'
  readonly values: { readonly region: string }
}

/** What nodes do with settings of S3 that nobody would expect, by the setting's name. */
export function s3Notes(settings: JsonObject): Partial<Record<'region' | 'host' | 'port', S3Note>> {
  const { signingRegion, isRegionByChance, scheme } = s3Endpoint(settings, textOf(settings.bucket) ?? '')
  const values = { region: signingRegion ?? '' }
  const hasHost = textOf(settings.host) !== undefined
  const ofHost = signingRegion === undefined ? 'hostFails' : isRegionByChance ? 'hostByChance' : 'hostSigned'
  const ignoresRegion = hasHost && signingRegion !== undefined && textOf(settings.region) !== undefined
  const dropsPort = scheme === 'https' && (settings.port === 80 || settings.port === '80')
  return {
    ...(hasHost ? { host: { text: ofHost, values } } : {}),
    ...(ignoresRegion && settings.region !== signingRegion ? { region: { text: 'regionIgnored', values } } : {}),
    ...(dropsPort ? { port: { text: 'portDropped', values } } : {}),
  }
}
