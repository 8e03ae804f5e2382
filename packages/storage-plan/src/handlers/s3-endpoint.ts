import type { JsonObject } from '@strata/json'
import { encodePath } from '../percent-encode.ts'

/** Where an S3 back-end sends its requests and for which region it signs them, as KAZOO's nodes do both. */
export interface S3Endpoint {
  readonly scheme: string
  /** What is looked up and connected to. */
  readonly host: string
  /** The port that is connected to. */
  readonly port: number
  /** Scheme, host, port and, where it stands in the path, bucket; an object's key comes behind. */
  readonly base: string
  /** What the `Host` header says: the host, with the bucket before it where the bucket is told by name. Without a port. */
  readonly hostHeader: string
  /** The region that requests are signed for; undefined where nodes fail before they send anything. */
  readonly signingRegion: string | undefined
  /** Whether that is made of letters of a name which names no region: only a server that checks none takes it. */
  readonly isRegionByChance: boolean
}

/**
 * The endpoint that settings of S3 mean.
 * - `host`, else that of the region, else Amazon's own; `scheme` https, `port` that of the scheme. Port 80 is never told,
 *   so that with https it is 443 all the same
 * - the bucket stands before the host in the `Host` header alone (`vhost`) or in the path (`path`); `auto` is `vhost` for
 *   names that DNS allows. Unset it is `auto` with a region and `path` without. `bucket_after_host` has no say in it
 * - user information before a host is left out: it must not be shown
 * Source: kz_att_s3, erlcloud_s3.
 */
export function s3Endpoint(settings: JsonObject, bucket: string): S3Endpoint {
  const unset = s3WhenUnset(settings)
  const scheme = schemeOf(settings)
  const host = textOf(settings.host)?.replace(/^[^/]*@/, '') ?? unset.host
  const asked = portOf(settings) ?? unset.port
  const port = asked === 80 ? unset.port : asked
  const server = `${scheme}://${host}${port === unset.port ? '' : `:${port}`}`
  const access = textOf(settings.bucket_access_method) ?? unset.bucket_access_method
  const isInPath = access === 'path' || (access === 'auto' && !isHostName(bucket))
  return {
    scheme,
    host,
    port,
    base: isInPath ? `${server}/${encodePath(bucket)}` : server,
    hostHeader: isInPath ? host : `${bucket}.${host}`,
    ...signing(host),
  }
}

/** What holds for a setting that is not set: it goes by the region, and by the scheme. */
export function s3WhenUnset(settings: JsonObject) {
  const region = textOf(settings.region)
  return {
    host: region === undefined ? 's3.amazonaws.com' : `s3.${region}.amazonaws.com`,
    scheme: usualScheme,
    port: schemeOf(settings) === 'https' ? 443 : 80,
    bucket_access_method: region === undefined ? 'path' : 'auto',
  }
}

const usualScheme = 'https'

function schemeOf(settings: JsonObject): string {
  return textOf(settings.scheme)?.replace(/:\/\/$/, '') ?? usualScheme
}

/**
 * The region that nodes sign for, which the host name alone decides.
 * - `s3.REGION.…` with four or five labels names it; of any other name with three labels it is what stands behind the
 *   first three letters, so that `s3-eu-west-1.amazonaws.com` is right and `minio.corp.example` is `io`
 * - `s3` itself, and names with fewer or more labels, addresses of IPv4 among them, are `us-east-1`
 * - undefined for a first label of one or two letters: nodes crash on it
 * Source: erlcloud_s3:aws_region_from_host/1 (3.2.4 and 3.2.7).
 */
function signing(host: string): Pick<S3Endpoint, 'signingRegion' | 'isRegionByChance'> {
  const [first = '', second, ...rest] = host.split('.').filter((label) => label !== '')
  const named = (signingRegion: string | undefined) => ({ signingRegion, isRegionByChance: false })
  if (first === 's3' && (rest.length === 2 || rest.length === 3)) {
    return { signingRegion: second, isRegionByChance: second === 'dualstack' }
  }
  if (rest.length !== 1 || first === 's3' || first === 's3-external-1') return named('us-east-1')
  if (first.length < 3) return named(undefined)
  return { signingRegion: first.slice(3), isRegionByChance: !first.startsWith('s3-') }
}

/** Whether DNS allows a bucket's name before a host. */
function isHostName(bucket: string): boolean {
  return bucket.split('.').every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))
}

function portOf({ port }: JsonObject): number | undefined {
  const number = typeof port === 'string' ? Number(port) : port
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}

function textOf(value: JsonObject[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
