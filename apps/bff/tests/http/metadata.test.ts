import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, startApp, type TestApp } from '../_app.ts'

const acme = `/v2/accounts/${ACCOUNTS.acme.id}`

describe('beside the data of an answer', () => {
  const apps: Record<string, TestApp> = {}
  beforeAll(async () => {
    for (const kazooVersion of ['4.3', '5'] as const) apps[kazooVersion] = await startApp({ config: { kazooVersion } })
  })
  afterAll(() => Promise.all(Object.values(apps).map((app) => app.stop())))

  const client = (version: string) => apps[version]?.as('superduper') ?? expect.unreachable()

  async function made(version: string): Promise<string> {
    const reply = await client(version).put(`${acme}/users`, { username: `someone-${version}`, password: 'invented-1' })
    expect(reply.status).toBe(201)
    const { id } = reply.body.data as { id: string }
    expect(reply.body.metadata).toEqual(version === '5' ? { id } : undefined)
    return `${acme}/users/${id}`
  }

  it('KAZOO 5 has the document’s id, and says of a removed one that it is', async () => {
    const path = await made('5')
    const id = path.split('/').at(-1)
    for (const reply of [await client('5').get(path), await client('5').patch(path, { first_name: 'Some' })]) {
      expect(reply.body.metadata).toEqual({ id })
      expect(reply.body.data).toMatchObject({ id })
    }
    const removed = await client('5').delete(path)
    expect(removed.body).toMatchObject({ metadata: { id, deleted: true }, data: { _read_only: { deleted: true } } })
  })

  it('KAZOO 5 has none for lists, errors and what is no document, nor has the console', async () => {
    for (const path of [`${acme}/users`, '/v2/about', '/v2/accounts/none', '/console/system_configs/sysconf']) {
      expect((await client('5').get(path)).body).not.toHaveProperty('metadata')
    }
  })

  it('KAZOO 4.3 has nothing', async () => {
    const path = await made('4.3')
    for (const reply of [await client('4.3').get(path), await client('4.3').delete(path)]) {
      expect(Object.keys(reply.body).sort()).toEqual([
        'auth_token',
        'data',
        'node',
        'request_id',
        'revision',
        'status',
        'timestamp',
        'version',
      ])
    }
  })
})
