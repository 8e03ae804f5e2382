import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type S3Server, s3Bucket, s3Secret, startS3Server } from './_s3-server.ts'
import { s3Entry } from './_storage-servers.ts'
import { runTest } from './_test-runs.ts'

describe('a back-end of S3', () => {
  let server: S3Server
  beforeAll(async () => {
    server = await startS3Server()
  })
  afterAll(() => server.stop())

  const entry = (settings: JsonObject = {}) => s3Entry(server, settings)

  it('that works passes every step, and nothing stays behind', async () => {
    server.requests.length = 0
    const run = await runTest(entry())
    expect(run).toMatchObject({
      error: undefined,
      ladder: [
        'resolve passed',
        'connect passed',
        'tls skipped',
        'authenticate passed',
        'write passed',
        'read passed',
        'compare passed',
        'delete passed',
      ],
    })
    const object = /^PUT (\/invented-bucket\/account%252Fa1%252Fb2%252F\S+_test_credentials_file\.txt)/
    const put = server.requests.find((request) => object.test(request))
    expect(put).toBeDefined()
    const target = put?.split(/ |\?/)[1]
    expect(server.requests.filter((request) => request.startsWith(`DELETE ${target}`))).toHaveLength(1)
    expect(run.text).not.toContain(s3Secret)
  })

  it('with a wrong secret fails at the credentials, in the words of the service, before anything is written', async () => {
    server.requests.length = 0
    const run = await runTest(entry({ secret: 'another-invented-secret' }))
    expect(run.ladder.at(-1)).toBe('authenticate failed')
    expect(run.error).toEqual({
      error_code: 403,
      error_body: expect.stringContaining('SignatureDoesNotMatch'),
      message: 'The signature does not match.',
    })
    expect(server.requests.some((request) => request.startsWith('PUT'))).toBe(false)
    expect(run.text).not.toContain('another-invented-secret')
  })

  it('with a wrong key id fails at the credentials', async () => {
    const run = await runTest(entry({ key: 'INVENTED-KEY-ID' }))
    expect(run.ladder.at(-1)).toBe('authenticate failed')
    expect(run.error).toMatchObject({ error_code: 403, error_body: expect.stringContaining('InvalidAccessKeyId') })
  })

  it('whose bucket does not exist fails at writing with 404', async () => {
    const run = await runTest(entry({ bucket: 'missing-bucket' }))
    expect(run.ladder.at(-1)).toBe('write failed')
    expect(run.error).toMatchObject({ error_code: 404, error_body: expect.stringContaining('NoSuchBucket') })
  })

  it('with the bucket in its host name asks that host', async () => {
    const hosts: string[] = []
    const run = await runTest(entry({ host: 's3.invented.test', bucket_access_method: 'vhost' }), {
      outside: {
        lookUp: async (host) => {
          hosts.push(host)
          return [{ address: '127.0.0.1', family: 4 }]
        },
      },
    })
    expect(hosts).toEqual([`${s3Bucket}.s3.invented.test`])
    // The server beneath knows no such host, but whether it was signed for it is checked first.
    expect(run.ladder).toContain('authenticate passed')
  })
})
