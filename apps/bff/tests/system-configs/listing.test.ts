import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES, startApp, type TestApp } from '../_app.ts'

describe.each(STORES)('the list of categories on $kind', ({ start }) => {
  let app: TestApp
  const names = Array.from({ length: 120 }, (_, index) => `category.${String(index).padStart(3, '0')}`)
  const list = (query: string) => app.as('superduper').get(`/v2/system_configs${query}`)

  beforeAll(async () => {
    app = await startApp({ start })
    const configs = app.store.database('system_config')
    await configs.bulk(names.map((id) => ({ id, fields: { default: {} }, private: { type: 'config' } })))
    await configs.put({ id: 'other.type', fields: {}, private: { type: 'account_config' } })
  })
  afterAll(() => app.stop())

  it('descends, 50 at a time, and names the next lower category', async () => {
    const { status, masked } = await list('')
    expect(status).toBe(200)
    expect(masked).toEqual({
      data: names.slice(70).toReversed(),
      page_size: 50,
      next_start_key: expect.any(String),
      status: 'success',
      request_id: '{request_id}',
      node: '{node}',
      timestamp: '{timestamp}',
      version: '{version}',
      auth_token: '{auth_token}',
    })
  })

  it('the pages together are the whole list, each category once', async () => {
    const seen: unknown[] = []
    let key: unknown = ''
    while (key !== undefined) {
      const { body }: Awaited<ReturnType<typeof list>> = await list(`?page_size=7&start_key=${key}`)
      seen.push(...(Array.isArray(body.data) ? body.data : []))
      key = body.next_start_key
    }
    expect(seen).toEqual(names.toReversed())
  })

  for (const { note, query, data } of [
    { note: 'ascending', query: '?ascending=true&page_size=2', data: names.slice(0, 2) },
    { note: 'descending=true is what it does anyway', query: '?descending=true&page_size=1', data: names.slice(-1) },
    { note: 'a plain start key', query: '?start_key=category.003&page_size=2', data: ['category.003', 'category.002'] },
    {
      note: 'a start key between categories',
      query: '?start_key=category.0021',
      data: ['category.002', 'category.001', 'category.000'],
    },
    { note: 'a start key below all', query: '?start_key=a', data: [] },
    { note: 'paginate=false', query: '?paginate=false', data: names.toReversed() },
  ]) {
    it(note, async () => expect((await list(query)).body.data).toEqual(data))
  }

  it('paginate=false leaves out what belongs to pages', async () => {
    const { body } = await list('?paginate=false')
    expect(body).not.toHaveProperty('page_size')
    expect(body).not.toHaveProperty('next_start_key')
  })

  it('an empty page is no error', async () => {
    const { status, body } = await list('?start_key=a')
    expect(status).toBe(200)
    expect(body.page_size).toBe(0)
    expect(body).not.toHaveProperty('next_start_key')
  })

  it('follows writes at once', async () => {
    await app.as('superduper').put('/v2/system_configs/zz.new', { default: {} })
    expect((await list('?page_size=1')).body.data).toEqual(['zz.new'])
    await app.as('superduper').delete('/v2/system_configs/zz.new')
    expect((await list('?page_size=1')).body.data).toEqual(['category.119'])
  })
})
