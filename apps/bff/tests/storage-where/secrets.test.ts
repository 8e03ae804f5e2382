import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../_app.ts'
import { acme, route, routes, startCluster, store, systemS3, userId } from './_cluster.ts'

/** A document as KAZOO's tools may have left it, with a secret wherever one can be written beside the settings. */
const planted: JsonObject = {
  attachments: {
    [systemS3]: { handler: 's3', name: 'To https://u:planted-name@h.example/', settings: {} },
    odd: { handler: 'https://u:planted-handler@h.example/', settings: {} },
  },
  connections: { second: { name: 'At http://u:planted-connection@h.example', settings: {} } },
  plan: {
    modb: {
      connection: 'second',
      database: { create_options: { q: 4, admin: { password: 'planted-option' } } },
      attachments: { handler: systemS3 },
      types: { odd: { attachments: { handler: 'odd' } }, media: { attachments: { params: { key: 'planted-key' } } } },
    },
  },
}

describe('secrets of a layer below, beside its settings', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startCluster()
    await store(app, 'system', planted, {})
  })
  afterAll(() => app.stop())

  const user = `?user=${userId}`
  for (const path of [
    `${routes}${user}`,
    `${route}${user}&class=modb&type=odd`,
    `${route}${user}&class=modb&type=media`,
    `/console/accounts/${acme}/users/${userId}/storage/inherited`,
  ]) {
    it(`are not told by ${path.replace(/.*storage/, 'storage').replace(userId, 'self')}`, async () => {
      for (const caller of ['account-user', 'superduper'] as const) {
        const reply = await app.as(caller).get(path)
        expect([reply.status, reply.text.match(/planted-\w+/g)]).toEqual([200, null])
      }
    })
  }

  it('the rest of the options is told', async () => {
    const reply = await app.as('account-user').get(`${route}${user}&class=modb&type=odd`)
    expect(reply.body.data).toMatchObject({
      database: { create_options: { value: { q: 4, admin: { password: { $secret: 'set' } } } } },
      back_end: { handler: { value: 'https://•••@h.example/' } },
    })
  })
})
