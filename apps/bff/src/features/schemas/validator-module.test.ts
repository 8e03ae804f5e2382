import { createRequire } from 'node:module'
import type { JsonObject, JsonValue } from '@strata/json'
import { normaliseSchema } from '@strata/kazoo-schemas'
import { catalogueOf, kazooVersions } from '@strata/schema-catalogue'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { describe, expect, it } from 'vitest'
import { compileValidatorModule } from './validator-module.ts'

const catalogue = catalogueOf('4.3')

const runtime = ['ajv/dist/runtime/ucs2length', 'ajv/dist/runtime/equal', 'ajv-formats/dist/formats']
const nodeRequire = createRequire(import.meta.url)

/** What a page gives a module: these three and nothing else. */
function pageRequire(name: string): unknown {
  if (!runtime.includes(name)) throw new Error(`the page does not carry ${name}`)
  return nodeRequire(name)
}

async function errorsOf(schema: JsonObject, value: JsonValue): Promise<readonly ErrorObject[]> {
  const text = compileValidatorModule(schema)
  const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)
  const check: ValidateFunction = module.default(pageRequire)
  return check(value) ? [] : (check.errors ?? [])
}

function bundled(id: string): JsonObject {
  return normaliseSchema(id, (name) => catalogue.get(name))
}

describe(compileValidatorModule, () => {
  it('finds what is wrong with a section, and nothing in what is right', async () => {
    const schema = bundled('system_config.sysconf')
    expect(await errorsOf(schema, { acl_request_timeout_ms: 5 })).toEqual([])
    expect(await errorsOf(schema, { acl_request_timeout_ms: 'x' })).toMatchObject([
      { keyword: 'type', instancePath: '/acl_request_timeout_ms' },
    ])
  })

  it('counts lengths in code points, as the server does', async () => {
    const schema = { type: 'object', properties: { a: { type: 'string', minLength: 2 } } }
    expect(await errorsOf(schema, { a: '😀' })).toMatchObject([{ keyword: 'minLength' }])
  })

  it('checks the formats that KAZOO checks, an address as loosely as KAZOO', async () => {
    const schema = {
      type: 'object',
      properties: { mail: { type: 'string', format: 'email' }, at: { type: 'string', format: 'ipv4' } },
    }
    expect(await errorsOf(schema, { mail: 'ops@localhost', at: '192.0.2.1' })).toEqual([])
    expect(await errorsOf(schema, { mail: 'ops', at: '192.0.2' })).toHaveLength(2)
  })

  it('tells apart the kinds of storage back-ends', async () => {
    const schema = bundled('storage')
    const id = '0123456789abcdef0123456789abcdef'
    const azure = { handler: 'azure', settings: { account: 'a', container: 'c', key: 'k' } }
    expect(await errorsOf(schema, { attachments: { [id]: azure } })).toEqual([])
    expect(await errorsOf(schema, { attachments: { [id]: { handler: 'azure' } } })).not.toEqual([])
  })

  for (const version of kazooVersions) {
    it(`compiles the form of every bundled schema of KAZOO ${version}`, () => {
      const lookup = (id: string) => catalogueOf(version).get(id)
      for (const id of catalogueOf(version).keys()) {
        if (id === 'storage' || id.startsWith('system_config.')) {
          expect(() => compileValidatorModule(normaliseSchema(id, lookup)), id).not.toThrow()
        }
      }
    })
  }
})
