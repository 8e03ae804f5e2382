import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../_app.ts'
import { acmeStorage, browserOf } from '../storage/_documents.ts'
import { createReceiver, type Received } from './_receiver.ts'
import { serve, type TestServer } from './_servers.ts'
import { httpId } from './_storage-servers.ts'
import { runTest } from './_test-runs.ts'

const user = 'canary-user'
const password = 'canary/pass+wörd&1'
const key = 'Canary-key/+&"<é>'
const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`
const query = `?api_key=${encodeURIComponent(key)}&v=cny&file=`

/** What must not stand in any answer. */
const canaries = [
  /canary/i,
  /v=cny/,
  new RegExp(Buffer.from(`${user}:${password}`).toString('base64').slice(0, 12)),
  new RegExp(encodeURIComponent('<é>'), 'i'),
]

function escapedForHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Pages that say what was asked for. */
const pages: Readonly<Record<string, (request: Received) => string>> = {
  'as it was asked for': ({ target }) => `Not found: ${target}`,
  decoded: ({ target }) => `Not found: ${decodeURIComponent(target)}`,
  'decoded as a form': ({ target }) => `Not found: ${decodeURIComponent(target.replaceAll('%20', '+'))}`,
  'encoded as a form': ({ target }) => `Not found: ${new URLSearchParams({ url: target })}`,
  'encoded once more': ({ target }) => `Not found: ${encodeURIComponent(target)}`,
  'encoded once more, in lower-case hex': ({ target }) =>
    `Not found: ${encodeURIComponent(target).replaceAll(/%../g, (hex) => hex.toLowerCase())}`,
  'in lower-case hex': ({ target }) => `Not found: ${target.replaceAll(/%../g, (hex) => hex.toLowerCase())}`,
  'in JSON': ({ target }) => JSON.stringify({ error: 'not_found', [target]: { url: target } }),
  'decoded, in JSON': ({ target }) => JSON.stringify({ error: decodeURIComponent(target) }),
  'in JSON within JSON': ({ target }) => JSON.stringify({ body: JSON.stringify({ url: decodeURIComponent(target) }) }),
  'in HTML': ({ target }) => `<p>Not found: ${escapedForHtml(target)}</p>`,
  'decoded, in HTML': ({ target }) => `<p>Not found: ${escapedForHtml(decodeURIComponent(target))}</p>`,
  'with what it was sent to sign in': ({ headers }) => `Refused: ${headers.authorization}`,
  'with what it read of that': ({ headers }) =>
    `Refused: ${Buffer.from(headers.authorization?.slice(6) ?? '', 'base64')}`,
  'at the end of what is told of a page': ({ target }) => `${'x'.repeat(1990 - target.indexOf('api_key'))}${target}`,
  'of many characters': ({ target }) => `${'Not found. '.repeat(300)}${target}`,
}

describe('a back-end that names the address it was asked for', () => {
  const receiver = createReceiver()
  let server: TestServer
  let app: TestApp
  beforeAll(async () => {
    server = await serve(receiver.listener)
    app = await startApp({ config: { probeAllow: ['127.0.0.1'] } })
  })
  afterAll(async () => {
    await app.stop()
    await server.stop()
  })

  const address = () => `${server.url.replace('://', `://${credentials}`)}/in${query}`
  const entry = (): JsonObject => ({ handler: 'http', settings: { url: address() } })

  const expectNothing = (text: string) => {
    for (const canary of canaries) expect(text).not.toMatch(canary)
  }

  for (const [note, page] of Object.entries(pages)) {
    it(`${note}: the steps and the failure show none of its secrets`, async () => {
      receiver.answer = (request) => ({ status: 404, body: page(request) })
      const run = await runTest(entry())
      expect(run.error).toMatchObject({ error_code: 404, message: '404 Not Found' })
      expectNothing(run.text)
    })
  }

  it('in the line of its status shows none of its secrets', async () => {
    receiver.answer = () => undefined
    const speaking = await serve((request, response) => {
      response.writeHead(404, `no ${decodeURI(request.url ?? '').replaceAll(/[^ -~]/g, '?')}`).end()
    })
    const run = await runTest({ handler: 'http', settings: { url: `${speaking.url}/in?api_key=canary-key&file=` } })
    await speaking.stop()
    expect(run.error?.message).toMatch(/^404 no \/in\?api_key=•••/)
    expectNothing(run.text)
  })

  it('after sending on shows no secret of where it sent', async () => {
    receiver.answer = ({ target }) =>
      target.startsWith('/in')
        ? { status: 302, headers: { location: '/signed?X-Amz-Signature=canary-signature' } }
        : { status: 403, body: `Refused: ${target}` }
    const run = await runTest({ handler: 'http', settings: { url: `${server.url}/in` } })
    expect(run.error?.error_body).toBe('Refused: /signed?X-Amz-Signature=•••')
    expectNothing(run.text)
  })

  it('lets neither a browser, nor the log, nor the answer to a save know', async () => {
    receiver.answer = ({ target, headers }) => ({
      status: 404,
      body: JSON.stringify({ [target]: `${decodeURIComponent(target)} ${headers.authorization}` }),
    })
    for (const client of [app.as('account-admin'), await browserOf(app, 'account-admin')]) {
      const data = { draft: { attachments: { [httpId]: entry() } }, attachment: httpId }
      const tested = await client.post(acmeStorage.replace('/v2', '/console').concat('/test'), data)
      expect(tested.text).toContain('404 Not Found')
      const saved = await client.put(acmeStorage, { attachments: { [httpId]: entry() } })
      expect(saved.status).toBe(400)
      expect(saved.body.data).toHaveProperty([`attachments.${httpId}`])
      expectNothing(tested.text + saved.text)
    }
    expectNothing(app.log.join('\n'))
  })
})
