import { formatPointer, type JsonObject } from '@strata/json'
import { objectAt, textOf, unsetAt } from '../document/document-parts.ts'

/** Services that speak S3; `other` is any that is not known here. */
export const s3Services = ['aws', 'minio', 'wasabi', 'backblaze', 'digitalocean', 'other'] as const

export type S3Service = (typeof s3Services)[number]

interface Preset {
  /** Where its buckets can lie, the one that is filled in first. */
  readonly regions: readonly string[]
  /** The host of a region, before and behind the region's name. */
  readonly host?: readonly [before: string, behind: string]
  /** What it needs besides. */
  readonly settings: JsonObject
}

/** What is filled in for each. Amazon's own needs nothing, and nothing is known of any other. */
export const s3Presets: Readonly<Record<S3Service, Preset>> = {
  aws: {
    regions: [
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
      'ca-central-1',
      'eu-central-1',
      'eu-north-1',
      'eu-south-1',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-south-1',
      'ap-southeast-1',
      'ap-southeast-2',
      'me-south-1',
      'af-south-1',
      'sa-east-1',
    ],
    settings: {},
  },
  minio: { regions: ['us-east-1'], settings: { scheme: 'http', port: 9000, bucket_access_method: 'path' } },
  wasabi: {
    regions: [
      'us-east-1',
      'us-east-2',
      'us-central-1',
      'us-west-1',
      'ca-central-1',
      'eu-central-1',
      'eu-central-2',
      'eu-west-1',
      'eu-west-2',
      'eu-south-1',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-southeast-1',
      'ap-southeast-2',
    ],
    host: ['s3.', '.wasabisys.com'],
    settings: { scheme: 'https', bucket_access_method: 'vhost' },
  },
  backblaze: {
    regions: [
      'us-west-004',
      'us-west-000',
      'us-west-001',
      'us-west-002',
      'us-east-005',
      'eu-central-003',
      'ca-east-006',
    ],
    host: ['s3.', '.backblazeb2.com'],
    settings: { scheme: 'https', bucket_access_method: 'vhost' },
  },
  digitalocean: {
    regions: ['nyc3', 'ams3', 'atl1', 'blr1', 'fra1', 'lon1', 'sfo2', 'sfo3', 'sgp1', 'syd1', 'tor1'],
    host: ['', '.digitaloceanspaces.com'],
    settings: { scheme: 'https', bucket_access_method: 'vhost' },
  },
  other: { regions: [], settings: {} },
}

/** Everything that differs from service to service; buckets and sign-ins do not. */
const filled = ['host', 'scheme', 'port', 'bucket_access_method', 'bucket_after_host']

/**
 * The service that settings lead to, read off their host.
 * - without a host it is Amazon's own, unless the rest is what a MinIO begins with
 * - a store of one's own is MinIO where it has MinIO's port or name
 */
export function s3ServiceOf(settings: JsonObject): S3Service {
  const host = textOf(settings.host)
  const isLikeMinio = settings.bucket_access_method === 'path' && settings.port === s3Presets.minio.settings.port
  if (host === undefined) return isLikeMinio ? 'minio' : 'aws'
  if (host.endsWith('.amazonaws.com')) return 'aws'
  const known = s3Services.find((service) => regionIn(service, host) !== undefined)
  return known ?? (isLikeMinio || host.includes('minio') ? 'minio' : 'other')
}

/** Settings as a service needs them; bucket, sign-in and whatever else they hold stays. */
export function withS3Service(settings: JsonObject, service: S3Service): JsonObject {
  const preset = s3Presets[service]
  const isOfOneself = (each: S3Service) => each === 'minio' || each === 'other'
  const keepsHost = isOfOneself(service) && isOfOneself(s3ServiceOf(settings))
  const bare = filled
    .filter((key) => !(keepsHost && (key === 'host' || service === 'other')))
    .reduce((rest, key) => unsetAt(rest, formatPointer([key])), settings)
  const region = textOf(settings.region)
  const fits = region !== undefined && (preset.regions.length === 0 || preset.regions.includes(region))
  const [first] = service === 'aws' ? [] : preset.regions
  const chosen = fits ? region : first
  const { region: ignored, ...others } = bare
  return {
    ...others,
    ...preset.settings,
    ...(chosen === undefined ? {} : { region: chosen, ...hostIn(service, chosen) }),
  }
}

/** Settings after an edit: where the host is that of a region, it goes along with the region. */
export function withHostOfRegion(before: JsonObject, after: JsonObject): JsonObject {
  const region = textOf(after.region)
  if (region === undefined || region === before.region || after.host !== before.host) return after
  const host = textOf(after.host)
  const service = host === undefined ? undefined : s3Services.find((each) => regionIn(each, host) !== undefined)
  return service === undefined ? after : objectAt({ ...after, ...hostIn(service, region) }, '')
}

function hostIn(service: S3Service, region: string): JsonObject {
  const { host } = s3Presets[service]
  return host === undefined ? {} : { host: `${host[0]}${region}${host[1]}` }
}

/** The region that a service's host names. */
function regionIn(service: S3Service, host: string): string | undefined {
  const parts = s3Presets[service].host
  if (parts === undefined || !host.startsWith(parts[0]) || !host.endsWith(parts[1])) return undefined
  const region = host.slice(parts[0].length, host.length - parts[1].length)
  return /^[a-z0-9-]+$/.test(region) ? region : undefined
}
