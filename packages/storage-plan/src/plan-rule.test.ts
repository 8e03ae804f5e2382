import { describe, expect, it } from 'vitest'
import { planRules, rulePointer } from './plan-rule.ts'

const rule = { attachments: { handler: 'a' } }

describe(planRules, () => {
  it('gives each class and each type in it', () => {
    const plan = { modb: { types: { fax: rule, 'd/e': rule } }, account: { types: { media: rule } } }
    expect(planRules({ plan }).map(({ planClass, type }) => ({ planClass, type }))).toEqual([
      { planClass: 'modb', type: undefined },
      { planClass: 'modb', type: 'fax' },
      { planClass: 'modb', type: 'd/e' },
      { planClass: 'account', type: undefined },
      { planClass: 'account', type: 'media' },
    ])
  })

  it('gives none of a plan that is none', () => expect(planRules({ plan: 'x' })).toEqual([]))
})

describe(rulePointer, () => {
  for (const { pointer, ...place } of [
    { planClass: 'modb', type: undefined, pointer: '/plan/modb' },
    { planClass: 'modb', type: 'd/e', pointer: '/plan/modb/types/d~1e' },
    {
      planClass: 'modb',
      type: 'fax',
      condition: { by: 'range', key: '202401-202412' },
      pointer: '/plan/modb/types/fax/range/202401-202412',
    },
  ] as const) {
    it(pointer, () => expect(rulePointer(place)).toBe(pointer))
  }
})
