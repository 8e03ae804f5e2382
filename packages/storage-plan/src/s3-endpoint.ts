import type { JsonObject } from '@strata/json'
import { encodePath } from './percent-encode.ts'

/** Where an S3 back-end sends its requests. */
export interface S3Endpoint {
  readonly host: string
  /** Scheme, host, port and, where it stands in the path, bucket; an object's key comes behind. */
  readonly base: string
}

/**
 * The endpoint that settings of S3 mean.
 * - `host`, else that of the region, else Amazon's own; `scheme` https, `port` that of the scheme
 * - the bucket stands before the host (`vhost`) or in the path (`path`); `auto` is `vhost` for names that DNS allows.
 *   Unset it is `auto` with a region and `path` without. `bucket_after_host` has no say in it
 * - user information before a host is left out: it must not be shown
 * Source: kz_att_s3, erlcloud_s3.
 */
export function s3Endpoint(settings: JsonObject, bucket: string): S3Endpoint {
  const region = textOf(settings.region)
  const host =
    textOf(settings.host)?.replace(/^[^/]*@/, '') ??
    (region === undefined ? 's3.amazonaws.com' : `s3.${region}.amazonaws.com`)
  const scheme = textOf(settings.scheme)?.replace(/:\/\/$/, '') ?? 'https'
  const server = host + portOf(settings, scheme)
  const isInPath = accessOf(settings, region, bucket) === 'path'
  const base = isInPath ? `${scheme}://${server}/${encodePath(bucket)}` : `${scheme}://${bucket}.${server}`
  return { host, base }
}

function accessOf(settings: JsonObject, region: string | undefined, bucket: string): string {
  const method = textOf(settings.bucket_access_method) ?? (region === undefined ? 'path' : 'auto')
  if (method !== 'auto') return method
  return bucket.split('.').every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label)) ? 'vhost' : 'path'
}

function portOf({ port }: JsonObject, scheme: string): string {
  const number = typeof port === 'string' ? Number(port) : port
  const usual = scheme === 'https' ? 443 : 80
  return typeof number !== 'number' || !Number.isInteger(number) || number === usual ? '' : `:${number}`
}

function textOf(value: JsonObject[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
