import { mkdtemp, readdir, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { serve, type TestServer } from './_servers.ts'
import { isSigned } from './_sigv4.ts'

/** The one key id that the package beneath knows; its own check takes any secret. */
export const s3KeyId = 'S3RVER'
export const s3Secret = 'invented-s3-secret'
export const s3Bucket = 'invented-bucket'

/** A server that speaks S3 and has one bucket, behind a check of signatures. */
export interface S3Server extends TestServer {
  readonly requests: string[]
  /** Keeps the answers to writes back until it resolves; what was written is there before. */
  held: Promise<void> | undefined
  /** Names of the files that are there. */
  files(): Promise<string[]>
}

export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'strata-s3-'))
  const s3 = new S3rver({ directory, silent: true, configureBuckets: [{ name: s3Bucket }] })
  await s3.configureBuckets()
  const handle = s3.callback()
  const requests: string[] = []
  const server = await serve((request, response) => {
    const { method = '', url: target = '' } = request
    requests.push(`${method} ${target}`)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
    )
    if (isSigned({ method, target, headers }, s3Secret)) {
      if (method === 'PUT' && self.held !== undefined) answerAfter(self.held, response)
      return handle(request, response)
    }
    const body =
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>SignatureDoesNotMatch</Code><Message>The signature does not match.</Message></Error>'
    response.writeHead(403, { 'content-type': 'application/xml' }).end(body)
  })
  const self: S3Server = {
    ...server,
    requests,
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
