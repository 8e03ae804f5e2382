import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Caller, USERS } from '../_accounts.ts'
import { startApp, type TestApp } from '../_app.ts'

const routes = [
  ['GET', '/v2/system_configs'],
  ['GET', '/v2/system_configs/sysconf'],
  ['PUT', '/v2/system_configs/sysconf'],
  ['POST', '/v2/system_configs/sysconf'],
  ['PATCH', '/v2/system_configs/sysconf'],
  ['DELETE', '/v2/system_configs/sysconf'],
  ['GET', '/v2/system_configs/sysconf/default'],
  ['POST', '/v2/system_configs/sysconf/default'],
  ['PATCH', '/v2/system_configs/sysconf/default'],
  ['DELETE', '/v2/system_configs/sysconf/default'],
  ['GET', '/console/system_configs'],
  ['GET', '/console/system_configs/sysconf'],
  ['POST', '/console/system_configs/sysconf'],
  ['POST', '/console/system_configs/sysconf/dry_run'],
  ['POST', '/console/system_configs/bulk'],
  ['POST', '/console/system_configs/bulk/dry_run'],
  ['GET', '/console/system_configs/index'],
  ['GET', '/console/system_configs/sweep'],
] as const

describe('who may use system configs', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  for (const [method, path] of routes) {
    it(`${method} ${path}: superduper admins only`, async () => {
      for (const caller of Object.keys(USERS).filter((name) => name !== 'superduper') as Caller[]) {
        expect((await app.as(caller).send(method, path)).status, caller).toBe(403)
      }
      expect((await app.anyone.send(method, path)).status).toBe(401)
      expect([401, 403]).not.toContain((await app.as('superduper').send(method, path)).status)
    })
  }

  it('a section takes no PUT', async () => {
    const { status, masked } = await app.as('superduper').put('/v2/system_configs/sysconf/default', {})
    expect(status).toBe(405)
    expect(masked).toMatchObject({ error: '405', message: 'invalid_method', status: 'error' })
  })

  for (const { note, path, cause } of [
    { note: 'the list', path: '', cause: 'system_configs' },
    { note: 'a category', path: '/sysconf', cause: 'sysconf' },
    { note: 'a section', path: '/sysconf/default', cause: 'sysconf' },
  ]) {
    it(`below an account ${note} is not found by superduper admins and forbidden to others`, async () => {
      const below = `/v2/accounts/${ACCOUNTS.acme.id}/system_configs${path}`
      expect((await app.as('account-admin').get(below)).status).toBe(403)
      expect((await app.anyone.get(below)).status).toBe(401)
      const { status, masked } = await app.as('superduper').get(below)
      expect(status).toBe(404)
      expect(masked).toMatchObject({ message: 'bad_identifier', data: { message: 'bad identifier', cause } })
    })
  }

  it('there is nothing below a section', async () => {
    expect((await app.as('superduper').get('/v2/system_configs/sysconf/default/key')).status).toBe(404)
  })
})
