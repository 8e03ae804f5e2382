import { catalogueOf } from '@strata/schema-catalogue'
import { Ajv } from 'ajv'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SchemaRepository } from '#bff/schemas/repository.ts'
import { compileAhead } from './compile-ahead.ts'
import { createValidator, validate as run } from './validator.ts'

const catalogue = catalogueOf('4.3')
const ids = ['system_config.crossbar.auth', 'storage', 'system_config.alerts', 'broken']
const snapshot = {
  revision: 'r1',
  ids,
  get: (id: string) =>
    id === 'broken' ? { properties: { a: { $ref: 5, pattern: 7, required: 3 } } } : catalogue.get(id),
}
const schemas: SchemaRepository = {
  ids: async () => ids,
  get: async (id) => snapshot.get(id),
  snapshot: async () => snapshot,
  kazooVersion: async () => '4.3',
}

describe(compileAhead, () => {
  let compiled = 0
  beforeEach(() => {
    compiled = 0
    const compile = Ajv.prototype.compile
    vi.spyOn(Ajv.prototype, 'compile').mockImplementation(function (this: Ajv, schema) {
      compiled += 1
      return compile.call(this, schema)
    })
  })
  afterEach(() => vi.restoreAllMocks())

  it('leaves nothing for the first request to compile', async () => {
    const validator = createValidator()
    await compileAhead(schemas, validator, AbortSignal.timeout(60_000))
    const before = compiled
    run(validator, { schema: 'storage' }, {}, snapshot)
    run(validator, { configDocument: 'crossbar.auth' }, { default: {} }, snapshot)
    run(validator, { configSection: 'crossbar.auth' }, {}, snapshot)
    expect(compiled).toBe(before)
    expect(before).toBeGreaterThanOrEqual(5)
  })

  it('lets others be served after each, and ends with the server', async () => {
    const ending = new AbortController()
    const compiledBetween: number[] = []
    const look = () => {
      compiledBetween.push(compiled)
      if (compiledBetween.length === 3) ending.abort()
      else setImmediate(look)
    }
    setImmediate(look)
    await compileAhead(schemas, createValidator(), ending.signal)
    for (const [turn, count] of compiledBetween.entries()) expect(count).toBeLessThanOrEqual(turn + 1)
    expect(compiled).toBeLessThan(5)
  })
})
