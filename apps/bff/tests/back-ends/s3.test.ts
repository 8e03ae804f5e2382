import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReceiver } from './_receiver.ts'
import { type S3Server, s3Bucket, s3Secret, startS3Server } from './_s3-server.ts'
import { serve } from './_servers.ts'
import { s3Entry } from './_storage-servers.ts'
import { accountId, runTest } from './_test-runs.ts'

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

  it.each([
    { style: 'path', host: 's3.amazonaws.com', asked: 's3.amazonaws.com', path: `/${s3Bucket}/` },
    { style: 'vhost', host: 's3.amazonaws.com', asked: `${s3Bucket}.s3.amazonaws.com`, path: '/' },
    { style: 'auto', host: 's3.amazonaws.com', asked: `${s3Bucket}.s3.amazonaws.com`, path: '/' },
  ])('finds its bucket by $style', async ({ style, host, asked, path }) => {
    const hosts: string[] = []
    server.requests.length = 0
    const run = await runTest(entry({ host, bucket_access_method: style }), {
      outside: {
        lookUp: async (name) => {
          hosts.push(name)
          return [{ address: '127.0.0.1', family: 4 }]
        },
      },
    })
    expect(run.error).toBeUndefined()
    expect(hosts).toEqual([asked])
    expect(server.requests.every((request) => request.split(' ')[1]?.startsWith(`${path}account`))).toBe(true)
  })

  it.each([
    { region: undefined, scope: 'us-east-1' },
    { region: 'eu-west-1', scope: 'eu-west-1' },
  ])('signs for its region: $scope', async ({ region, scope }) => {
    const scopes = new Set<string | undefined>()
    const listening = await serve((request, response) => {
      scopes.add(/Credential=[^/]+\/\d{8}\/([^/]+)\/s3\/aws4_request/.exec(request.headers.authorization ?? '')?.[1])
      response.writeHead(403).end('<Error><Code>InvalidAccessKeyId</Code></Error>')
    })
    await runTest(
      entry({ port: listening.port, bucket_access_method: 'path', ...(region === undefined ? {} : { region }) }),
    )
    await listening.stop()
    expect([...scopes]).toEqual([scope])
  })

  it('puts the file where folder and field list say', async () => {
    server.requests.length = 0
    const field_list = [{ arg: 'account_id' }, { group: [{ arg: 'id' }, { const: '-' }, { arg: 'attachment' }] }]
    const run = await runTest(entry({ folder_base_path: 'calls/all', field_list }))
    expect(run.error).toBeUndefined()
    expect(server.requests.at(-1)).toMatch(
      new RegExp(
        `^DELETE /invented-bucket/calls/all/${accountId}/[0-9a-f]{32}-[0-9a-f]{32}_test_credentials_file\\.txt`,
      ),
    )
  })

  it.each([301, 302, 307, 308])('that sends on with %i is not followed to an address that it chose', async (status) => {
    const other = createReceiver()
    const elsewhere = await serve(other.listener)
    const sending = await serve((request, response) => {
      request.resume()
      response
        .writeHead(status, { location: `${elsewhere.url}${request.url}`, 'x-amz-bucket-region': 'eu-west-1' })
        .end()
    })
    const run = await runTest(entry({ port: sending.port }))
    await sending.stop()
    await elsewhere.stop()
    expect(run.error?.error_code).toBe(status)
    expect(other.requests).toEqual([])
  })
})
