import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { Router } from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mountRoutes } from './mount-routes.ts'
import type { Method, Route } from './route.ts'

function route(method: Method, path: string): Route {
  return { method, path, access: { who: 'anyone' }, handle: async () => ({ data: path }) }
}

const routes = [
  route('GET', '/v2/storage'),
  route('GET', '/v2/storage/plans'),
  route('GET', '/v2/storage/:other/deep'),
  route('GET', '/v2/system_configs/:category'),
  route('PUT', '/v2/system_configs/:name'),
  route('GET', '/v2/system_configs/:category/:section'),
]

function routerOf(routes: readonly Route[]): Router {
  const router = Router()
  mountRoutes(router, routes, {
    receive: (ofPath) => (request, response, next) => {
      response.set('Allow', ofPath.map(({ method }) => method).join(', '))
      request.method = request.get('x-verb') ?? request.method
      next()
    },
    serve:
      ({ path }) =>
      ({ params }, response) =>
        void response.json({ path, params }),
  })
  return router
}

describe(mountRoutes, () => {
  let server: Server
  beforeAll(async () => {
    server = express().use(routerOf(routes)).listen(0)
    await once(server, 'listening')
  })
  afterAll(() => server.close())

  const ask = (path: string, init: RequestInit) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init)

  for (const { note, url, method, path, params } of [
    { note: 'literal segments', url: '/v2/storage', method: 'GET', path: '/v2/storage', params: {} },
    {
      note: 'a literal before a parameter',
      url: '/v2/storage/plans',
      method: 'GET',
      path: '/v2/storage/plans',
      params: {},
    },
    {
      note: 'the parameter where the literal leads nowhere',
      url: '/v2/storage/plans/deep',
      method: 'GET',
      path: '/v2/storage/:other/deep',
      params: { other: 'plans' },
    },
    {
      note: "a resource's name as a parameter",
      url: '/v2/system_configs/accounts/storage',
      method: 'GET',
      path: '/v2/system_configs/:category/:section',
      params: { category: 'accounts', section: 'storage' },
    },
    {
      note: 'each method names its own parameters',
      url: '/v2/system_configs/a%2Fb',
      method: 'PUT',
      path: '/v2/system_configs/:name',
      params: { name: 'a/b' },
    },
  ]) {
    it(`finds ${note}`, async () => {
      expect(await (await ask(url, { method })).json()).toEqual({ path, params })
    })
  }

  for (const url of ['/', '/v2', '/v2/storage/x', '/v2/system_configs/a/b/c', '/v2/__proto__']) {
    it(`finds nothing at ${url}`, async () => expect((await ask(url, {})).status).toBe(404))
  }

  it('what comes first on a path knows all its methods, and may make another of the request', async () => {
    const reply = await ask('/v2/system_configs/x', { method: 'POST', headers: { 'x-verb': 'PUT' } })
    expect(reply.headers.get('allow')).toBe('GET, PUT')
    expect(await reply.json()).toEqual({ path: '/v2/system_configs/:name', params: { name: 'x' } })
  })

  it('a request is held against the names of other resources, not against their paths', () => {
    expect(routerOf(routes).stack).toHaveLength(['/v2/storage', '/v2/system_configs'].length)
  })

  it('refuses two routes of one shape and method', () => {
    expect(() => routerOf([route('GET', '/a/:x'), route('GET', '/a/:y')])).toThrow('Two routes serve GET /a/:y')
  })
})
