import { Sha256 } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'
import type { JsonObject, JsonValue } from '@strata/json'
import { type S3Endpoint, s3Endpoint, targetOf } from '@strata/storage-plan'
import { BackEndError } from '../back-end-error.ts'
import type { Outbound, Reply } from '../outbound/outbound.ts'
import type { Driver, TestFile } from './driver.ts'
import { reasonIn, refusal } from './refusal.ts'
import { requiredText, toUrl } from './settings.ts'

/** As often as nodes let a bucket be elsewhere. */
const mostRedirects = 3

/** An answer, and who gave it. */
interface Answered {
  readonly reply: Reply
  readonly endpoint: S3Endpoint
}

/**
 * A bucket of S3, or of a service that speaks its language, asked as KAZOO's nodes ask: same server, same `Host` header,
 * same region in the signature, so that a test passes where an upload would.
 * - credentials are shown by asking for the file before it is there: a signature that does not hold is refused by name,
 *   while a key that may write but not look around is not at fault
 * Source: kz_att_s3, erlcloud_s3.
 */
export function createS3Driver(settings: JsonObject, file: TestFile, outbound: Outbound): Driver {
  const bucket = requiredText(settings, 'bucket')
  const credentials = {
    accessKeyId: requiredText(settings, 'key'),
    secretAccessKey: requiredText(settings, 'secret'),
  }
  const { host, signingRegion } = s3Endpoint(settings, bucket)
  if (signingRegion === undefined) throw new BackEndError(withoutRegion(host))

  async function send(at: JsonObject, method: 'PUT' | 'GET' | 'DELETE', signal: AbortSignal): Promise<Answered> {
    const endpoint = s3Endpoint(at, bucket)
    const url = toUrl(targetOf('s3', at, file.path).url)
    const signer = new SignatureV4({
      service: 's3',
      region: endpoint.signingRegion ?? '',
      credentials,
      sha256: Sha256,
      uriEscapePath: false,
    })
    const content = method === 'PUT' ? { body: file.content } : {}
    const { headers } = await signer.sign({
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: {},
      headers: { host: endpoint.hostHeader, ...(method === 'PUT' ? { 'content-type': 'text/plain' } : {}) },
      ...content,
    })
    return { reply: await outbound.send({ method, url, headers, ...content }, signal), endpoint }
  }

  async function ask(method: 'PUT' | 'GET' | 'DELETE', signal: AbortSignal): Promise<Answered> {
    let at = settings
    for (let redirects = 0; ; redirects += 1) {
      const answered = await send(at, method, signal)
      const elsewhere = redirects < mostRedirects ? bucketElsewhere(answered.reply, bucket) : undefined
      if (elsewhere === undefined) return answered
      at = { ...at, ...elsewhere }
    }
  }

  async function demand(method: 'PUT' | 'GET' | 'DELETE', signal: AbortSignal): Promise<Reply> {
    const answered = await ask(method, signal)
    if (answered.reply.status >= 300) throw refusalOf(answered)
    return answered.reply
  }

  const remove = async (signal: AbortSignal) => ({ said: saidBy(await demand('DELETE', signal)) })

  return {
    url: toUrl(targetOf('s3', settings, file.path).url),
    discard: remove,
    async authenticate(signal) {
      const answered = await ask('GET', signal)
      if (!isSignatureAccepted(answered.reply)) throw refusalOf(answered)
      return { said: saidBy(answered.reply) }
    },
    async write(signal) {
      return {
        said: saidBy(await demand('PUT', signal)),
        async read(readSignal) {
          const read = await demand('GET', readSignal)
          return { content: read.body, said: saidBy(read) }
        },
        remove,
      }
    },
  }
}

/** Settings of where a bucket is said to be instead, read as nodes read it; undefined where nothing is said. */
function bucketElsewhere({ status, headers, url, body }: Reply, bucket: string): JsonObject | undefined {
  if (status < 301 || status > 399) return undefined
  const region = headers['x-amz-bucket-region']
  if (typeof region === 'string') {
    return { host: region === 'us-east-1' ? 's3-external-1.amazonaws.com' : `s3-${region}.amazonaws.com` }
  }
  const { location } = headers
  const named =
    location !== undefined && URL.canParse(location, url.href)
      ? new URL(location, url).host
      : reasonIn('Endpoint')(body.toString('utf8'))
  if (typeof named !== 'string') return undefined
  return named.startsWith(`${bucket}.`)
    ? { host: named.slice(bucket.length + 1), bucket_access_method: 'vhost' }
    : { host: named, bucket_access_method: 'path' }
}

/** Whoever is told that a file, or its bucket, is not there or not for them has been recognised. */
function isSignatureAccepted(reply: Reply): boolean {
  if (reply.status < 300 || reply.status === 404) return true
  return reply.status === 403 && code(reply) === 'AccessDenied'
}

/** The service's own reason, and where the region is at fault what to do about it. */
function refusalOf({ reply, endpoint }: Answered): BackEndError {
  const refused = refusal(reply, reasonIn('Message'))
  if (code(reply) !== 'AuthorizationHeaderMalformed') return refused
  const words = `${refused.message} ${wrongRegion(endpoint, reply)}`
  return new BackEndError(words, { code: refused.code, body: refused.body })
}

function wrongRegion({ host, signingRegion }: S3Endpoint, { body }: Reply): string {
  const region = reasonIn('Region')(body.toString('utf8'))
  const isOfAmazon = host.endsWith('.amazonaws.com') && typeof region === 'string'
  const name = isOfAmazon ? `s3.${region}.amazonaws.com` : 'one such as s3.REGION.example.com'
  return (
    `KAZOO's nodes sign for '${signingRegion}', which they take from the host name '${host}' and not from the region. ` +
    `Enter a host name with the right region in it: ${name}.`
  )
}

function withoutRegion(host: string): string {
  return (
    `KAZOO's nodes take the region of a signature from the host name, and fail on '${host}': of a name with three tools ` +
    'the first must have at least three letters. Enter a name such as s3.REGION.example.com, or an address.'
  )
}

function code({ body }: Reply): JsonValue | undefined {
  return reasonIn('Code')(body.toString('utf8'))
}

function saidBy(reply: Reply): string {
  const words = [code(reply), reply.headers['x-amz-request-id']].filter((word) => typeof word === 'string')
  return [reply.statusLine, ...words].join(', ')
}
