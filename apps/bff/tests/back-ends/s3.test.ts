import type { JsonObject } from '@strata/json'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { goodPair, inventedAuthority } from './_certificates.ts'
import { type S3Server, s3Bucket, s3Secret, startS3Server } from './_s3-server.ts'
import { s3Entry } from './_storage-servers.ts'
import { accountId, runTest } from './_test-runs.ts'

const bucketPath = `/${s3Bucket}/`
const named = `${s3Bucket}.s3.example.net`

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

  describe('is sent to its host, and asked for the bucket', () => {
    for (const { style, settings, hostHeader, path } of [
      { style: 'by path', settings: { bucket_access_method: 'path' }, hostHeader: 's3.example.net', path: bucketPath },
      { style: 'by name', settings: { bucket_access_method: 'vhost' }, hostHeader: named, path: '/' },
      {
        style: 'by name where DNS allows it',
        settings: { bucket_access_method: 'auto' },
        hostHeader: named,
        path: '/',
      },
      { style: 'by name with a region', settings: { region: 'eu-west-1' }, hostHeader: named, path: '/' },
      { style: 'by path without a region', settings: {}, hostHeader: 's3.example.net', path: bucketPath },
    ] satisfies { style: string; settings: JsonObject; hostHeader: string; path: string }[]) {
      it(style, async () => {
        const world = toLoopback()
        server.requests.length = 0
        server.hosts.length = 0
        const run = await runTest(entry({ host: 's3.example.net', ...settings }), world)
        expect(run.error).toBeUndefined()
        expect(world.asked).toEqual(['s3.example.net'])
        expect(new Set(server.hosts)).toEqual(new Set([hostHeader]))
        expect(server.requests.every((request) => request.split(' ')[1]?.startsWith(`${path}account`))).toBe(true)
      })
    }

    it('by name at an address, which no name service knows', async () => {
      expect((await runTest(entry({ region: 'eu-west-1' }))).error).toBeUndefined()
      expect(server.hosts.at(-1)).toBe(`${s3Bucket}.127.0.0.1`)
    })

    it('by name with a certificate that is of the host alone', async () => {
      const secure = await startS3Server(goodPair)
      const settings = { host: 'tls.invented.test', scheme: 'https', bucket_access_method: 'vhost' }
      const world = toLoopback()
      const { error } = await runTest(s3Entry(secure, settings), {
        outside: { ...world.outside, authorities: inventedAuthority },
      })
      expect(error).toBeUndefined()
      expect(secure.hosts.at(-1)).toBe(`${s3Bucket}.tls.invented.test`)
      await secure.stop()
    })
  })

  describe('at a server that checks the region passes exactly where a node would', () => {
    afterEach(() => {
      server.region = undefined
    })
    for (const { settings, wanted, signed } of [
      { settings: { host: 's3.eu-central-1.amazonaws.com' }, wanted: 'eu-central-1', signed: 'eu-central-1' },
      { settings: { host: 's3.eu-central-1.wasabisys.com' }, wanted: 'eu-central-1', signed: 'eu-central-1' },
      { settings: { host: 's3-eu-west-1.amazonaws.com' }, wanted: 'eu-west-1', signed: 'eu-west-1' },
      { settings: { host: 'minio.example', region: 'eu-west-1' }, wanted: 'eu-west-1', signed: 'us-east-1' },
      { settings: { host: 'minio.example', region: 'eu-west-1' }, wanted: 'us-east-1', signed: 'us-east-1' },
      { settings: { host: 'minio.corp.example', region: 'eu-west-1' }, wanted: 'eu-west-1', signed: 'io' },
      { settings: { region: 'eu-west-1', host: '127.0.0.1' }, wanted: 'us-east-1', signed: 'us-east-1' },
    ]) {
      it(`${JSON.stringify(settings)} signs for ${signed}, wanted is ${wanted}`, async () => {
        server.region = wanted
        const { error, ladder } = await runTest(entry(settings), toLoopback())
        if (wanted === signed) return expect(error).toBeUndefined()
        expect(ladder.at(-1)).toBe('authenticate failed')
        expect(error).toMatchObject({
          error_code: 400,
          error_body: expect.stringContaining('AuthorizationHeaderMalformed'),
          message: expect.stringMatching(
            `^The authorization header is malformed; the region '${signed}' is wrong; expecting '${wanted}' .*take from the host name '${settings.host}'.*Enter a host name`,
          ),
        })
      })
    }

    it('one of Amazon is told the name to enter', async () => {
      server.region = 'eu-central-1'
      const { error } = await runTest(entry({ host: 's3.amazonaws.com' }), toLoopback())
      expect(error?.message).toContain('Enter a host name with the right region in it: s3.eu-central-1.amazonaws.com.')
    })
  })

  it('on whose host nodes fail is told so, and nothing is sent', async () => {
    server.requests.length = 0
    const { error, ladder } = await runTest(entry({ host: 's1.example.net' }), toLoopback())
    expect(ladder).toEqual([])
    expect(error?.message).toMatch(/fail on 's1\.example\.net'.*s3\.REGION\.example\.com/)
    expect(server.requests).toEqual([])
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

  describe('whose bucket is elsewhere is followed there as nodes follow, at the same port', () => {
    afterEach(() => {
      server.answer = undefined
    })
    for (const { note, answer, hosts } of [
      {
        note: 'by the region that is told',
        answer: { status: 301, headers: { 'x-amz-bucket-region': 'eu-west-1', location: 'http://ignored.example/' } },
        hosts: ['s3-eu-west-1.amazonaws.com'],
      },
      {
        note: 'to Amazon’s first region by its old name',
        answer: { status: 301, headers: { 'x-amz-bucket-region': 'us-east-1' } },
        hosts: ['s3-external-1.amazonaws.com'],
      },
      {
        note: 'to a host that has the bucket in its name',
        answer: { status: 307, headers: { location: `http://${s3Bucket}.s3-eu-west-1.example.com/any` } },
        hosts: ['s3-eu-west-1.example.com'],
      },
      {
        note: 'to a host that the answer names',
        answer: { status: 301, body: '<Error><Endpoint>s3.eu-west-1.example.com</Endpoint></Error>' },
        hosts: ['s3.eu-west-1.example.com'],
      },
      { note: 'nowhere where nothing is named', answer: { status: 302 }, hosts: [] },
    ]) {
      it(note, async () => {
        server.answer = (host) => (host === 'first.example' ? answer : undefined)
        const world = toLoopback()
        const run = await runTest(entry({ host: 'first.example' }), world)
        expect(world.asked).toEqual(['first.example', ...hosts])
        expect(run.error?.error_code).toBe(hosts.length === 0 ? answer.status : undefined)
      })
    }

    it('but not to an address that must not be reached', async () => {
      server.answer = () => ({ status: 307, headers: { location: 'http://169.254.169.254/latest' } })
      const { error } = await runTest(entry())
      expect(error).toMatchObject({ error_code: 403, message: expect.stringContaining('169.254.169.254') })
    })

    it('and not for ever', async () => {
      server.requests.length = 0
      server.answer = () => ({ status: 307, headers: { location: 'http://127.0.0.1/any' } })
      expect((await runTest(entry())).error?.error_code).toBe(307)
      expect(server.requests).toHaveLength(4)
    })
  })
})

/** Every name is here; which ones were asked for is kept. */
function toLoopback() {
  const asked: string[] = []
  const lookUp = async (name: string) => {
    asked.push(name)
    return [{ address: '127.0.0.1', family: 4 }]
  }
  return { asked, outside: { lookUp } }
}
