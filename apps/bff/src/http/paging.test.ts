import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { page } from './paging.ts'
import { createRequest } from './request.ts'
import type { ApiRequest } from './route.ts'

const letters = ['a', 'b', 'c', 'd', 'e']

function list(query: Record<string, string>, items = letters) {
  return page({ items, key: (item) => item, show: (item) => item }, requestWith(query))
}

describe(page, () => {
  for (const { note, query, data, envelope } of [
    { note: 'descends by default', query: {}, data: ['e', 'd', 'c', 'b', 'a'], envelope: { page_size: 5 } },
    { note: 'ascends on request', query: { ascending: 'true' }, data: letters, envelope: { page_size: 5 } },
    { note: 'does not descend on request', query: { descending: 'false' }, data: letters, envelope: { page_size: 5 } },
    {
      note: 'a plain start key is the first item',
      query: { start_key: 'c', page_size: '9' },
      data: ['c', 'b', 'a'],
      envelope: { page_size: 3, start_key: 'c' },
    },
    {
      note: 'a start key between items',
      query: { start_key: 'bb' },
      data: ['b', 'a'],
      envelope: { page_size: 2, start_key: 'bb' },
    },
    {
      note: 'a start key past the end',
      query: { start_key: 'A', page_size: '2' },
      data: [],
      envelope: { page_size: 0, start_key: 'A' },
    },
    {
      note: 'paginate=false gives everything and says nothing of pages',
      query: { paginate: 'false', page_size: '1', start_key: 'c' },
      data: ['e', 'd', 'c', 'b', 'a'],
      envelope: undefined,
    },
    {
      note: 'a page size of 0 is the default',
      query: { page_size: '0' },
      data: letters.toReversed(),
      envelope: { page_size: 5 },
    },
    {
      note: 'no number is the default',
      query: { page_size: 'x' },
      data: letters.toReversed(),
      envelope: { page_size: 5 },
    },
  ]) {
    it(note, async () => expect(await list(query)).toEqual({ data, ...(envelope === undefined ? {} : { envelope }) }))
  }

  it('gives 50 at a time unless told otherwise', async () => {
    const items = Array.from({ length: 60 }, (_, index) => String(index).padStart(2, '0'))
    const { data, envelope } = await list({}, items)
    expect(data).toHaveLength(50)
    expect(envelope).toEqual({ page_size: 50, next_start_key: expect.not.stringMatching(/^\d+$/) })
  })

  it('an empty list has a page of 0', async () => {
    expect(await list({}, [])).toEqual({ data: [], envelope: { page_size: 0 } })
  })

  it('a plain key finds items whose own key says more after a NUL', async () => {
    const found = await list({ start_key: 'b' }, ['a\u00001', 'b\u00002', 'c\u00003'])
    expect(found.data).toEqual(['b\u00002', 'a\u00001'])
  })

  it('a plain key is looked for as keys are written, and few of many items are looked at for a page', async () => {
    const items = Array.from({ length: 100_000 }, (_, index) => `name ${String(index).padStart(6, '0')}`)
    let looked = 0
    const key = (item: string) => {
      looked += 1
      return item
    }
    const listing = { items, key, known: (plain: string) => plain.toLowerCase(), show: (item: string) => item }
    for (const ascending of ['true', 'false']) {
      looked = 0
      const request = requestWith({ start_key: 'NAME 050000', page_size: '10', ascending })
      expect((await page(listing, request)).data).toEqual(expect.arrayContaining(['name 050000']))
      expect(looked).toBeLessThan(40)
    }
  })

  it('pages that follow each other give every item once, in order', async () => {
    const keys = fc.uniqueArray(fc.string()).map((all) => all.sort((a, b) => (a < b ? -1 : 1)))
    await fc.assert(
      fc.asyncProperty(keys, fc.integer({ min: 1, max: 5 }), fc.boolean(), async (items, size, isAscending) => {
        const seen: unknown[] = []
        let start: string | undefined
        do {
          const query = { ascending: String(isAscending), page_size: String(size), ...(start && { start_key: start }) }
          const { data, envelope } = await list(query, items)
          seen.push(...(Array.isArray(data) ? data : []))
          start = typeof envelope?.next_start_key === 'string' ? envelope.next_start_key : undefined
        } while (start !== undefined)
        expect(seen).toEqual(isAscending ? items : items.toReversed())
      }),
    )
  })
})

function requestWith(query: Record<string, string>): ApiRequest {
  return createRequest({
    requestId: 'r',
    path: '/',
    params: {},
    query,
    data: {},
    envelope: {},
    session: undefined,
    redact: false,
    client: { address: '', isSecure: false },
    header: () => undefined,
  })
}
