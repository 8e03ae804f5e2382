import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../_app.ts'
import {
  accountDocument,
  dataOf,
  ownHttp,
  planAzure,
  routes,
  second,
  startCluster,
  systemS3,
  userDropbox,
  userId,
} from './_cluster.ts'

interface Row extends JsonObject {
  type: string | null
}

describe('the map of where everything goes', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startCluster()
  })
  afterAll(() => app.stop())

  const classOf = (data: JsonObject, name: string) =>
    (data.classes as (JsonObject & { class: string; rows: Row[] })[]).find((each) => each.class === name)
  const rowOf = (data: JsonObject, name: string, type: string | null) =>
    classOf(data, name)?.rows.find((row) => row.type === type)
  const read = async (query = '') => dataOf(await app.as('account-admin').get(`${routes}${query}`))
  const preview = async (draft: JsonObject, query = '') =>
    dataOf(await app.as('account-admin').post(`${routes}${query}`, { draft }))

  it('has every class, with its usual types, those with a rule, and everything else', async () => {
    const data = await read()
    expect((data.classes as JsonObject[]).map(({ class: name, consulted }) => [name, consulted])).toEqual([
      ['modb', 'modb'],
      ['account', 'account'],
      ['yodb', 'yodb'],
      ['system', 'system'],
      ['aggregate', 'system'],
    ])
    expect(classOf(data, 'modb')?.rows.map(({ type }) => type)).toEqual([
      'mailbox_message',
      'call_recording',
      'fax',
      'media',
      null,
    ])
    expect(classOf(data, 'aggregate')?.rows.map(({ type }) => type)).toEqual([null])
  })

  it('each row says where its documents and files go, and who decided', async () => {
    const data = await read()
    expect(rowOf(data, 'modb', 'fax')).toEqual({
      type: 'fax',
      connection: { value: second, by: expect.objectContaining({ layer: 'account', level: 'type' }) },
      back_end: { value: ownHttp, by: expect.objectContaining({ layer: 'account', level: 'type' }) },
      mode: { value: 'stub', by: expect.objectContaining({ layer: 'account', level: 'type' }) },
      folder: { value: 'faxes', by: expect.objectContaining({ layer: 'account', level: 'type' }) },
      undecided: 0,
      problems: [],
    })
    expect(rowOf(data, 'modb', 'mailbox_message')).toMatchObject({
      back_end: { value: planAzure, by: { layer: 'plan' } },
      folder: { value: 'all', by: { layer: 'system', level: 'class' } },
    })
    expect(rowOf(data, 'modb', null)).toMatchObject({ back_end: { value: systemS3, by: { layer: 'system' } } })
    expect(rowOf(data, 'account', 'media')).toMatchObject({ back_end: null, mode: null, folder: null })
  })

  it('lists what there is to send things to, by its layer, and what nothing is sent to', async () => {
    const data = await read()
    expect(data.back_ends).toEqual({
      [systemS3]: { name: 'Object storage', handler: 's3', layer: 'system' },
      [planAzure]: { name: null, handler: 'azure', layer: 'plan' },
      [ownHttp]: { name: 'Recorder', handler: 'http', layer: 'account' },
    })
    expect(data.connections).toEqual({
      local: { name: null, layer: 'built-in' },
      [second]: { name: 'Second cluster', layer: 'system' },
    })
    expect([data.dangling, data.unused]).toEqual([[], []])
  })

  it('of a user: with its own document', async () => {
    const data = await read(`?user=${userId}`)
    expect(data.user).toEqual({ id: userId, name: 'account-user' })
    expect(rowOf(data, 'modb', 'call_recording')).toMatchObject({
      back_end: { value: userDropbox, by: { layer: 'user' } },
    })
  })

  it('of a draft: what changes, what dangles, what is not used any more', async () => {
    const data = await preview({
      attachments: accountDocument.attachments ?? {},
      plan: { modb: { types: { fax: { attachments: { handler: 'gone' } }, mine: { connection: 'lost' } } } },
    })
    expect(rowOf(data, 'modb', 'fax')).toMatchObject({ back_end: { value: 'gone' }, problems: ['undefined-back-end'] })
    expect(rowOf(data, 'modb', 'mine')).toMatchObject({
      connection: { value: 'lost' },
      problems: ['undefined-connection'],
    })
    expect(data.dangling).toEqual([
      { kind: 'undefined-back-end', id: 'gone', pointer: '/plan/modb/types/fax/attachments/handler', layer: 'account' },
      { kind: 'undefined-connection', id: 'lost', pointer: '/plan/modb/types/mine/connection', layer: 'account' },
    ])
    expect(data.unused).toEqual([{ map: 'attachments', id: ownHttp, layer: 'account' }])
  })

  it('a text without end is cut short', async () => {
    const data = await preview({ plan: { modb: { attachments: { handler: 'x'.repeat(90_000) } } } })
    expect(JSON.stringify(rowOf(data, 'modb', null)).length).toBeLessThan(1000)
  })
})
