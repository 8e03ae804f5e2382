import type { JsonObject } from '@strata/json'
import { catalogueOf } from '@strata/schema-catalogue'
import { describe, expect, it } from 'vitest'
import { createValidator } from '#bff/validation/validator.ts'
import { checkStoredSection } from './section-errors.ts'

const schema: JsonObject = { type: 'object', required: ['needed'], properties: { count: { type: 'integer' } } }
const rules = {
  name: 'demo',
  snapshot: {
    revision: 'r',
    ids: [],
    get: (id: string) => (id === 'system_config.demo' ? schema : catalogueOf('4.3').get(id)),
  },
  validator: createValidator(),
}

describe(checkStoredSection, () => {
  it('looks at its section alone: all sections, of which there may be thousands, are checked one by one', () => {
    let listings = 0
    const sections = new Proxy<JsonObject>(
      { default: { needed: 1 }, zone: { count: 'many' } },
      {
        ownKeys(target) {
          listings += 1
          return Reflect.ownKeys(target)
        },
      },
    )
    const { valid } = checkStoredSection(rules, { sections, defaults: {} }, 'zone')
    expect(valid).toBe(false)
    expect(listings).toBe(0)
  })
})
