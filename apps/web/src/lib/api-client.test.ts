import { describe, expect, it, vi } from 'vitest'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { createApiClient } from './api-client.ts'
import { ApiError, type ApiErrorKind } from './api-error.ts'

async function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.catch((reason: unknown) => reason)
  if (!(error instanceof ApiError)) throw new Error('expected an ApiError')
  return error
}

describe('what goes out', () => {
  it('puts the data of a write into an envelope, with the CSRF token and the base revision', async () => {
    const { fetch, sent } = answering(() => success({}))
    const api = createApiClient(fetch)
    api.setCsrfToken('csrf')
    await api.patch('/v2/x', { a: 1 }, { ifMatch: '3-abc' })
    expect(sent[0]?.method).toBe('PATCH')
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ data: { a: 1 } })
    expect(sent[0]?.headers.get('X-CSRF-Token')).toBe('csrf')
    expect(sent[0]?.headers.get('If-Match')).toBe('"3-abc"')
  })

  it('sends no CSRF token with reads, nor with anything after signing out', async () => {
    const { fetch, sent } = answering(() => success({}))
    const api = createApiClient(fetch)
    api.setCsrfToken('csrf')
    await api.get('/v2/x')
    await api.endSession('/console/session')
    await api.get('/console/session')
    expect(sent.map(({ headers }) => headers.has('X-CSRF-Token'))).toEqual([false, true, false])
  })

  it('leaves undefined query parameters out and encodes the others', async () => {
    const { fetch, sent } = answering(() => success([]))
    await createApiClient(fetch).get('/console/accounts', { query: { search: 'a&b', limit: 5, user: undefined } })
    expect(sent[0]?.url).toBe('/console/accounts?search=a%26b&limit=5')
  })
})

describe('a session that is ended', () => {
  const session = '/console/session'

  it('lets nothing else be asked, then or after the next sign-in', async () => {
    const { fetch, sent } = answering(() => success({}))
    const api = createApiClient(fetch)
    const ended = api.endSession(session)
    const answered = vi.fn()
    void api.patch('/v2/x', {}).then(answered)
    await ended
    void api.get('/v2/x').then(answered)
    await api.post(session, {})
    api.setCsrfToken('next')
    await api.get('/v2/next')
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `DELETE ${session}`,
      `POST ${session}`,
      'GET /v2/next',
    ])
    expect(answered).not.toHaveBeenCalled()
  })

  it('is not asked for while it ends: what came then would count as a new one', async () => {
    const events: string[] = []
    const { fetch } = answering(async ({ method }) => {
      events.push(method)
      await new Promise(setImmediate)
      events.push(`${method} answered`)
      return success({})
    })
    const api = createApiClient(fetch)
    await Promise.all([api.endSession(session), api.get(session)])
    expect(events).toEqual(['DELETE', 'DELETE answered', 'GET', 'GET answered'])
  })

  it('is ended where it had ended already, in another tab or by its time', async () => {
    const { fetch } = answering(() => failure(401, 'invalid_credentials'))
    await expect(createApiClient(fetch).endSession(session)).resolves.toBeUndefined()
  })

  it('lets everything go on where it could not be ended', async () => {
    const { fetch } = answering(({ method }) => (method === 'DELETE' ? failure(503, 'unavailable') : success({})))
    const api = createApiClient(fetch)
    const ended = failureOf(api.endSession(session))
    const asked = api.get('/v2/x')
    expect((await ended).kind).toBe('unavailable')
    expect(await asked).toMatchObject({ data: {} })
  })
})

describe('an answer that may be known already', () => {
  it('is nothing while its tag still holds, and comes with its tag when it changed', async () => {
    let tag = '"1"'
    const { fetch } = answering(({ headers }) => {
      if (headers.get('If-None-Match') === tag) return new Response(null, { status: 304 })
      const answer = success({ tag })
      answer.headers.set('ETag', tag)
      return answer
    })
    const api = createApiClient(fetch)
    const known = await api.getChanged('/console/x')
    expect(known).toEqual({ data: { tag: '"1"' }, etag: '"1"' })
    expect(await api.getChanged('/console/x', { ifNoneMatch: known?.etag })).toBeUndefined()
    tag = '"2"'
    expect((await api.getChanged('/console/x', { ifNoneMatch: known?.etag }))?.etag).toBe('"2"')
  })

  it('fails as any other', async () => {
    const { fetch } = answering(() => failure(403, 'forbidden'))
    expect((await failureOf(createApiClient(fetch).getChanged('/console/x'))).kind).toBe('forbidden')
  })
})

describe('an answer of lines', () => {
  const cut = (...parts: string[]) =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const part of parts) controller.enqueue(new TextEncoder().encode(part))
          controller.close()
        },
      }),
    )

  it('gives each whole line, wherever the network cut it', async () => {
    const { fetch, sent } = answering(() => cut('{"n":1}\n{"n"', ':2}', '\n{"n":'))
    const api = createApiClient(fetch)
    api.setCsrfToken('csrf')
    const lines: unknown[] = []
    await api.postForLines('/console/x', { a: 1 }, (line) => lines.push(line))
    expect(lines).toEqual([{ n: 1 }, { n: 2 }])
    expect(sent[0]?.headers.get('X-CSRF-Token')).toBe('csrf')
  })

  it('that is a refusal is an error as any other', async () => {
    const { fetch } = answering(() => failure(403, 'forbidden'))
    const error = await failureOf(createApiClient(fetch).postForLines('/console/x', {}, () => undefined))
    expect(error.kind).toBe('forbidden')
  })
})

describe('what comes back', () => {
  it('is unwrapped, with what stands beside the data', async () => {
    const { fetch } = answering(() => success([1], { revision: '2-b', next_start_key: 'n' }))
    expect(await createApiClient(fetch).get('/v2/x')).toEqual({
      data: [1],
      revision: '2-b',
      requestId: 'request-1',
      nextStartKey: 'n',
    })
  })

  const kinds: { note: string; answer: Response; kind: ApiErrorKind }[] = [
    { note: '400 is invalid', answer: failure(400, 'validation error'), kind: 'invalid' },
    { note: '401 is unauthenticated', answer: failure(401, 'invalid_credentials'), kind: 'unauthenticated' },
    { note: '403 is forbidden', answer: failure(403, 'forbidden'), kind: 'forbidden' },
    { note: '404 is not-found', answer: failure(404, 'bad_identifier'), kind: 'not-found' },
    { note: '409 is a conflict', answer: failure(409, 'datastore_conflict'), kind: 'conflict' },
    { note: '412 is a conflict too', answer: failure(412, 'precondition failed'), kind: 'conflict' },
    { note: '503 is unavailable', answer: failure(503, 'datastore_unreachable'), kind: 'unavailable' },
    { note: '500 is unexpected', answer: failure(500, 'datastore_fault'), kind: 'unexpected' },
    {
      note: 'a proxy’s own 502 page is unavailable',
      answer: new Response('<html>', { status: 502 }),
      kind: 'unavailable',
    },
    { note: 'a 200 that is no envelope is unexpected', answer: new Response('<html>'), kind: 'unexpected' },
  ]
  for (const { note, answer, kind } of kinds) {
    it(note, async () => {
      const { fetch } = answering(() => answer)
      expect((await failureOf(createApiClient(fetch).get('/v2/x'))).kind).toBe(kind)
    })
  }

  it('carries the server’s sentence, its error name and the request id', async () => {
    const { fetch } = answering(() => failure(403, 'forbidden', { message: 'The store is read-only.' }))
    expect(await failureOf(createApiClient(fetch).get('/v2/x'))).toMatchObject({
      message: 'The store is read-only.',
      wireName: 'forbidden',
      status: 403,
      requestId: 'request-1',
    })
  })

  it('keeps the validation errors of a 400, and only entries that are about a field', async () => {
    const errors = { 'default.a%2Eb': { type: { message: 'value did not match type(s): integer' } } }
    const { fetch } = answering(() => failure(400, 'validation error', { ...errors, message: 'validation error' }))
    expect((await failureOf(createApiClient(fetch).put('/v2/x', {}))).validation).toEqual(errors)
  })

  it('is offline when nothing answers', async () => {
    const { fetch } = answering(() => Promise.reject(new TypeError('fetch failed')))
    const error = await failureOf(createApiClient(fetch).get('/v2/x'))
    expect(error.kind).toBe('offline')
    expect(error.status).toBeUndefined()
  })

  it('rejects an aborted request with the reason of its signal', async () => {
    const controller = new AbortController()
    const { fetch } = answering(() => {
      controller.abort('left the page')
      return Promise.reject(new DOMException('aborted', 'AbortError'))
    })
    await expect(createApiClient(fetch).get('/v2/x', { signal: controller.signal })).rejects.toBe('left the page')
  })
})

describe('a session that ended', () => {
  it('tells everyone who listens, on 401 alone, until they stop listening', async () => {
    const statuses = [401, 403, 401]
    const { fetch } = answering(() => failure(statuses.shift() ?? 500, 'no'))
    const api = createApiClient(fetch)
    const listener = vi.fn()
    const stop = api.onUnauthenticated(listener)
    await failureOf(api.get('/v2/x'))
    await failureOf(api.get('/v2/x'))
    expect(listener).toHaveBeenCalledTimes(1)
    stop()
    await failureOf(api.get('/v2/x'))
    expect(listener).toHaveBeenCalledTimes(1)
  })
})
