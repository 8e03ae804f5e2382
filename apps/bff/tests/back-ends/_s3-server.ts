import { mkdtemp, readdir, rm } from 'node:fs/promises'
import type { RequestListener, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { serve, serveTls, type TestServer } from './_servers.ts'
import { isSigned, scopeRegion } from './_sigv4.ts'

/** The one key id that the package beneath knows; its own check takes any secret. */
export const s3KeyId = 'S3RVER'
export const s3Secret = 'invented-s3-secret'
export const s3Bucket = 'invented-bucket'

/** A server that speaks S3 and has one bucket, which is told by path or `Host`, behind a check of signatures. */
export interface S3Server extends TestServer {
  readonly requests: string[]
  /** The `Host` header of each. */
  readonly hosts: string[]
  /** The region that signatures must be for; undefined: any. */
  region: string | undefined
  /** Answers a request to a host in its place. */
  answer: ((host: string) => Answer | undefined) | undefined
  /** Keeps the answers to writes back until it resolves; what was written is there before. */
  held: Promise<void> | undefined
  /** Names of the files that are there. */
  files(): Promise<string[]>
}

interface Answer {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: string
}

export async function startS3Server(pair?: { key: string; cert: string }): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'strata-s3-'))
  const s3 = new S3rver({ directory, silent: true, configureBuckets: [{ name: s3Bucket }] })
  await s3.configureBuckets()
  const handle = s3.callback()
  const requests: string[] = []
  const hosts: string[] = []
  const listener: RequestListener = (request, response) => {
    const { method = '', url: target = '' } = request
    requests.push(`${method} ${target}`)
    hosts.push(request.headers.host ?? '')
    const special = self.answer?.(request.headers.host ?? '')
    if (special !== undefined) {
      request.resume()
      return response.writeHead(special.status, special.headers).end(special.body)
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
    )
    const refuse = (status: number, error: string) =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error>${error}</Error>`)
    const region = scopeRegion(headers.authorization)
    if (self.region !== undefined && region !== self.region) {
      const words = `The authorization header is malformed; the region '${region}' is wrong; expecting '${self.region}'`
      const error = `<Code>AuthorizationHeaderMalformed</Code><Message>${words}</Message><Region>${self.region}</Region>`
      return refuse(400, error)
    }
    if (!isSigned({ method, target, headers }, s3Secret)) {
      return refuse(403, '<Code>SignatureDoesNotMatch</Code><Message>The signature does not match.</Message>')
    }
    if (method === 'PUT' && self.held !== undefined) answerAfter(self.held, response)
    if (headers.host?.startsWith(`${s3Bucket}.`)) request.url = `/${s3Bucket}${target}`
    // The package beneath takes a name that it does not know for that of a bucket.
    request.headers.host = '127.0.0.1'
    return handle(request, response)
  }
  const server = await (pair === undefined ? serve(listener) : serveTls(listener, pair))
  const self: S3Server = {
    ...server,
    requests,
    hosts,
    region: undefined,
    answer: undefined,
    held: undefined,
    async files() {
      const names = await readdir(directory, { recursive: true })
      return names.filter((name) => name.endsWith('.txt._S3rver_object'))
    },
    async stop() {
      await server.stop()
      await rm(directory, { recursive: true })
    },
  }
  return self
}

function answerAfter(held: Promise<void>, response: ServerResponse): void {
  const end = response.end.bind(response)
  response.end = (chunk?: unknown) => {
    held.then(() => (response.destroyed ? undefined : end(chunk)))
    return response
  }
}
