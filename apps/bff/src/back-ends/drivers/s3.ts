import { Readable } from 'node:stream'
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { JsonObject, JsonValue } from '@strata/json'
import { targetOf } from '@strata/storage-plan'
import { BackEndError } from '../back-end-error.ts'
import type { Outbound, OutboundRequest, Reply } from '../outbound/outbound.ts'
import type { Driver, TestFile } from './driver.ts'
import { reasonIn, refusal } from './refusal.ts'
import { requiredText, toUrl } from './settings.ts'

/** Requests that the SDK has built and signed, as far as they are looked at. */
interface SignedRequest {
  readonly protocol: string
  readonly hostname: string
  readonly port?: number
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
}

/**
 * A bucket of S3, or of a service that speaks its language.
 * - credentials are shown by asking for the file before it is there: a signature that does not hold is refused by name,
 *   while a key that may write but not look around is not at fault
 * Source: kz_att_s3.
 */
export function createS3Driver(settings: JsonObject, file: TestFile, outbound: Outbound): Driver {
  const Bucket = requiredText(settings, 'bucket')
  const place = { Bucket, Key: file.path }
  const { endpoint, forcePathStyle, url } = endpointOf(settings, Bucket)
  const { region } = settings
  const options = {
    endpoint,
    forcePathStyle,
    region: typeof region === 'string' ? region : 'us-east-1',
    credentials: {
      accessKeyId: requiredText(settings, 'key'),
      secretAccessKey: requiredText(settings, 'secret'),
    },
    maxAttempts: 1,
    followRegionRedirects: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  } as const

  /** What the service answered to a command, whatever the SDK thinks of it. */
  async function ask(send: (client: S3Client) => Promise<unknown>, signal: AbortSignal): Promise<Reply> {
    const replies: Reply[] = []
    const requestHandler = {
      async handle(request: SignedRequest) {
        const reply = await outbound.send(toOutbound(request), signal)
        replies.push(reply)
        return { response: toResponse(reply) }
      },
    }
    const failure = await send(new S3Client({ ...options, requestHandler })).then(
      () => undefined,
      (error: unknown) => error,
    )
    const reply = replies.at(-1)
    if (reply !== undefined && (failure === undefined || reply.status >= 300)) return reply
    throw failure instanceof BackEndError
      ? failure
      : new BackEndError('The answer is not one of S3.', { cause: failure })
  }

  async function demand(send: (client: S3Client) => Promise<unknown>, signal: AbortSignal): Promise<Reply> {
    const reply = await ask(send, signal)
    if (reply.status >= 300) throw refusal(reply, reasonIn('Message'))
    return reply
  }

  const remove = async (signal: AbortSignal) => ({
    said: saidBy(await demand((client) => client.send(new DeleteObjectCommand(place)), signal)),
  })

  return {
    url,
    discard: remove,
    async authenticate(signal) {
      const reply = await ask((client) => client.send(new GetObjectCommand(place)), signal)
      if (!isSignatureAccepted(reply)) throw refusal(reply, reasonIn('Message'))
      return { said: saidBy(reply) }
    },
    async write(signal) {
      const input = { ...place, Body: file.content, ContentType: 'text/plain' }
      const written = await demand((client) => client.send(new PutObjectCommand(input)), signal)
      return {
        said: saidBy(written),
        async read(readSignal) {
          const read = await demand((client) => client.send(new GetObjectCommand(place)), readSignal)
          return { content: read.body, said: saidBy(read) }
        },
        remove,
      }
    },
  }
}

/** The SDK is told where the bucket stands; the rules for that are KAZOO's, and not its own. */
function endpointOf(settings: JsonObject, bucket: string) {
  const url = toUrl(targetOf('s3', settings, 'x').url)
  const forcePathStyle = url.pathname !== '/x'
  const host = forcePathStyle ? url.host : url.host.slice(bucket.length + 1)
  return { endpoint: `${url.protocol}//${host}`, forcePathStyle, url }
}

/** Whoever is told that a file, or its bucket, is not there or not for them has been recognised. */
function isSignatureAccepted(reply: Reply): boolean {
  if (reply.status < 300 || reply.status === 404) return true
  return reply.status === 403 && code(reply) === 'AccessDenied'
}

function code({ body }: Reply): JsonValue | undefined {
  return reasonIn('Code')(body.toString('utf8'))
}

function toOutbound({
  protocol,
  hostname,
  port,
  method,
  path,
  query = {},
  headers,
  body,
}: SignedRequest): OutboundRequest {
  const parameters = Object.entries(query).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value]
    return values.map((one) => `${encoded(name)}=${encoded(String(one ?? ''))}`)
  })
  const search = parameters.length === 0 ? '' : `?${parameters.join('&')}`
  const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}${search}`)
  return { method, url, headers, ...(body === undefined ? {} : { body }) }
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function toResponse({ status, headers, body }: Reply) {
  const flat = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value])
  return { statusCode: status, headers: Object.fromEntries(flat), body: Readable.from([body]) }
}

function saidBy(reply: Reply): string {
  const words = [code(reply), reply.headers['x-amz-request-id']].filter((word) => typeof word === 'string')
  return [reply.statusLine, ...words].join(', ')
}
