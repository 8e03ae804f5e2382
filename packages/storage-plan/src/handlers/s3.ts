import type { JsonObject } from '@strata/json'
import { encodePath } from '../percent-encode.ts'
import { type AttachmentHandler, idAndName, isText } from './attachment-handler.ts'
import { s3Endpoint, s3WhenUnset } from './s3-endpoint.ts'

/**
 * A bucket of S3, or of a service that speaks its language.
 * Source: kz_att_s3.
 */
export const s3: AttachmentHandler = {
  asked: ['bucket', 'key', 'secret', 'region'],
  address: ['host', 'port', 'scheme'],
  secrets: ['secret'],
  place: ['bucket'],
  defaultFields: [{ arg: 'db' }, idAndName],
  whenUnset: s3WhenUnset,
  send(settings, path) {
    const { bucket } = settings
    if (!isText(bucket)) return { method: 'PUT', url: undefined }
    const { host, base, hostHeader, signingRegion } = s3Endpoint(settings, bucket)
    return {
      method: 'PUT',
      url: `${base}/${encodePath(path)}`,
      hostHeader: hostHeader === host ? undefined : hostHeader,
      place: { host, ...namedRegion(settings, signingRegion) },
    }
  },
}

/** Beside a host the setting says nothing of the place: the region is what the host's name says. */
function namedRegion({ host, region }: JsonObject, signingRegion: string | undefined): Record<string, string> {
  if (!isText(host)) return isText(region) ? { region } : {}
  return signingRegion === undefined ? {} : { signing_region: signingRegion }
}
