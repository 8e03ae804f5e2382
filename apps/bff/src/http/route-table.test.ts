import { describe, expect, it } from 'vitest'
import type { Method, Route } from './route.ts'
import { createRouteTable } from './route-table.ts'

function route(method: Method, path: string): Route {
  return { method, path, access: { who: 'anyone' }, handle: async () => ({ data: path }) }
}

const table = createRouteTable([
  route('GET', '/v2/storage'),
  route('GET', '/v2/storage/plans'),
  route('GET', '/v2/storage/:other/deep'),
  route('GET', '/v2/system_configs/:category'),
  route('PUT', '/v2/system_configs/:name'),
  route('GET', '/v2/system_configs/:category/:section'),
])

describe(createRouteTable, () => {
  for (const { note, segments, method, path, params } of [
    { note: 'literal segments', segments: ['v2', 'storage'], method: 'GET', path: '/v2/storage', params: {} },
    {
      note: 'a literal before a parameter',
      segments: ['v2', 'storage', 'plans'],
      method: 'GET',
      path: '/v2/storage/plans',
      params: {},
    },
    {
      note: 'the parameter where the literal leads nowhere',
      segments: ['v2', 'storage', 'plans', 'deep'],
      method: 'GET',
      path: '/v2/storage/:other/deep',
      params: { other: 'plans' },
    },
    {
      note: "a resource's name as a parameter",
      segments: ['v2', 'system_configs', 'accounts', 'storage'],
      method: 'GET',
      path: '/v2/system_configs/:category/:section',
      params: { category: 'accounts', section: 'storage' },
    },
    {
      note: 'each method names its own parameters',
      segments: ['v2', 'system_configs', 'a/b'],
      method: 'PUT',
      path: '/v2/system_configs/:name',
      params: { name: 'a/b' },
    },
  ]) {
    it(`finds ${note}`, () => {
      const match = table.find(segments)
      const found = match?.methods.get(method)
      expect(found?.path).toBe(path)
      expect(found && match?.params(found)).toEqual(params)
    })
  }

  for (const segments of [
    [],
    ['v2'],
    ['v2', 'storage', 'x'],
    ['v2', 'system_configs', 'a', 'b', 'c'],
    ['v2', '__proto__'],
  ]) {
    it(`finds nothing at /${segments.join('/')}`, () => expect(table.find(segments)).toBeUndefined())
  }

  it('refuses two routes of one shape and method', () => {
    expect(() => createRouteTable([route('GET', '/a/:x'), route('GET', '/a/:y')])).toThrow('Two routes serve GET /a/:y')
  })
})
