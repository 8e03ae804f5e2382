import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../_app.ts'

let app: TestApp
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Strata</title>')
  await writeFile(join(folder, 'assets', 'main-3f1b.js'), `export const filler = '${'x'.repeat(5000)}'`)
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  app = await startApp({ webRoot: folder })
})
afterAll(async () => {
  await app.stop()
  await rm(folder, { recursive: true })
})

const navigation = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

describe('the browser application', () => {
  for (const path of [
    '/',
    '/system-configs',
    '/system-configs/crossbar.auth',
    '/system-configs/x/kazoo_apps@host.example.net',
  ]) {
    it(`is served at ${path}, to be asked for again each time`, async () => {
      const reply = await app.anyone.get(path, navigation)
      expect(reply.status).toBe(200)
      expect(reply.text).toContain('<title>Strata</title>')
      expect(reply.headers.get('cache-control')).toBe('no-cache')
    })
  }

  it('has files that never change under assets, sent compressed', async () => {
    const reply = await app.anyone.get('/assets/main-3f1b.js')
    expect(reply.status).toBe(200)
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(reply.headers.get('content-type')).toMatch(/javascript/)
    expect(reply.headers.get('content-encoding')).toMatch(/br|gzip/)
  })

  it('has other files beside its page', async () => {
    expect((await app.anyone.get('/icon.svg')).headers.get('content-type')).toBe('image/svg+xml')
  })

  for (const { note, method, path, headers } of [
    { note: 'a file that is not there', method: 'GET', path: '/assets/gone.js', headers: { accept: '*/*' } },
    { note: 'a page asked for by POST', method: 'POST', path: '/system-configs', headers: navigation.headers },
    { note: 'a picture that is not there', method: 'GET', path: '/favicon.ico', headers: { accept: 'image/*' } },
    {
      note: 'a way out of the folder',
      method: 'GET',
      path: '/assets/..%2f..%2fpackage.json',
      headers: { accept: '*/*' },
    },
  ]) {
    it(`does not stand for ${note}`, async () => {
      const reply = await app.anyone.send(method, path, undefined, { headers })
      expect([403, 404]).toContain(reply.status)
      expect(reply.text).not.toContain('<title>')
    })
  }

  it('an address that cannot be decoded is refused in a word', async () => {
    const reply = await app.anyone.get('/%zz', navigation)
    expect(reply.status).toBe(400)
    expect(reply.text).toBe('This address could not be served.\n')
  })

  it('runs under a policy without foreign, inline or evaluated code and styles, and cannot be framed', async () => {
    for (const path of ['/', '/v2/schemas']) {
      const { headers } = await app.anyone.get(path, navigation)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("style-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
    }
  })

  it('says once and for all to come by https where its public address does', async () => {
    const secure = await startApp({ config: { publicUrl: 'https://strata.example.org' } })
    const { headers } = await secure.anyone.get('/healthz')
    await secure.stop()
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=/)
  })
})
