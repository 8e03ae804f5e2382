import { request as requestHttp } from 'node:http'
import { describe, expect, it } from 'vitest'
import { outsideWorld } from '#bff/back-ends/outside-world.ts'
import { azureAccount, azureContainer, azureKey, startAzureServer } from './_azure-server.ts'
import { serve } from './_servers.ts'
import { storageServers } from './_storage-servers.ts'
import { runTest } from './_test-runs.ts'

const cleared = ['write failed', 'delete passed']
const outside = { stepMs: 500 }

function heldBack() {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  return { held, release }
}

describe('a test file that was sent is cleared away', () => {
  const servers = storageServers()

  it('where nobody wants the test any more while it is written (S3)', async () => {
    const { s3Server } = servers
    const { held, release } = heldBack()
    s3Server.held = held
    const gone = new AbortController()
    const running = runTest(servers.s3(), { signal: gone.signal })
    await expect.poll(() => s3Server.files()).toHaveLength(1)
    gone.abort()
    release()
    const { ladder } = await running
    s3Server.held = undefined
    expect(ladder.slice(-3)).toEqual(['write passed', 'read failed', 'delete passed'])
    expect(await s3Server.files()).toEqual([])
  })

  it('where the back-end takes it and never says so (S3)', async () => {
    const { s3Server } = servers
    const { held, release } = heldBack()
    s3Server.held = held
    const { error, ladder } = await runTest(servers.s3(), { outside })
    release()
    s3Server.held = undefined
    expect(error?.message).toMatch(/^ETIMEDOUT/)
    expect(ladder.slice(-2)).toEqual(cleared)
    expect(await s3Server.files()).toEqual([])
  })

  it('where the back-end takes it and answers that it broke (Azure)', async () => {
    const azure = await startAzureServer()
    const { origin } = new URL(azure.url)
    const breaking = await serve((request, response) => {
      const { method = '', url = '', headers } = request
      const onwards = requestHttp(new URL(url, origin), { method, headers }, (reply) => {
        if (method !== 'PUT') return void reply.pipe(response.writeHead(reply.statusCode ?? 500, reply.headers))
        reply.resume().on('end', () => response.writeHead(502).end())
      })
      request.pipe(onwards)
    })
    const endpoints = { ...outsideWorld.endpoints, azure: () => `${breaking.url}/${azureAccount}` }
    const settings = { account: azureAccount, container: azureContainer, key: azureKey }
    const { error, ladder } = await runTest({ handler: 'azure', settings }, { outside: { endpoints } })
    const left = await azure.blobs()
    await breaking.stop()
    await azure.stop()
    expect(error?.error_code).toBe(502)
    expect(ladder.slice(-2)).toEqual(cleared)
    expect(left).toEqual([])
  })

  it('where it was last sent on to', async () => {
    const { receiver } = servers
    receiver.answer = ({ method, target, body }) => {
      if (method !== 'PUT') return undefined
      if (target.startsWith('/in/')) return { status: 302, headers: { location: target.replace('/in/', '/other/') } }
      receiver.files.set(target, body)
      return { status: 500 }
    }
    const { ladder } = await runTest(servers.http())
    expect(ladder.slice(-2)).toEqual(cleared)
    expect(receiver.files.size).toBe(0)
  })

  it('in the time of one step, where the back-end does not answer that either', async () => {
    const silent = await serve((request) => request.resume())
    const start = performance.now()
    const { ladder } = await runTest({ handler: 'http', settings: { url: `${silent.url}/in` } }, { outside })
    await silent.stop()
    expect(ladder.slice(-2)).toEqual(['write failed', 'delete skipped'])
    expect(performance.now() - start).toBeLessThan(4 * outside.stepMs)
  })

  it('never by asking for the removal of what has no address of its own', async () => {
    const { receiver } = servers
    receiver.answer = () => ({ status: 500 })
    const { ended } = await runTest(servers.http({ field_list: [] }))
    expect(receiver.requests.map(({ method }) => method)).toEqual(['PUT'])
    expect(ended.at(-1)).toMatchObject({ step: 'delete', state: 'skipped', message: expect.stringContaining('stays') })
  })

  it('not where it was refused: there is nothing', async () => {
    const { receiver } = servers
    receiver.answer = () => ({ status: 403 })
    const { ladder } = await runTest(servers.http())
    expect(ladder.at(-1)).toBe('write failed')
    expect(receiver.requests.map(({ method }) => method)).toEqual(['PUT'])
  })
})
