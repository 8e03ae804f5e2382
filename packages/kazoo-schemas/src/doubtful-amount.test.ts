import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { type Doubt, doubtfulAmount, type Unit } from './index.ts'

describe(doubtfulAmount, () => {
  const rows: readonly (readonly [string, number, JsonObject, Unit | undefined, Doubt | undefined])[] = [
    ['eleven hours in place of four seconds', 40_003_500, { default: 4000 }, 'ms', 'much-more'],
    ['a hundred times the default', 400_000, { default: 4000 }, 'ms', 'much-more'],
    ['less than that', 399_999, { default: 4000 }, 'ms', undefined],
    ['a hundredth', 40, { default: 4000 }, 'ms', 'much-less'],
    ['more than that', 41, { default: 4000 }, 'ms', undefined],
    ['0 turns something off', 0, { default: 4000 }, 'ms', undefined],
    ['a time before now', -5, { default: 4000 }, 'ms', 'negative'],
    ['a time without a default', -5, {}, 's', 'negative'],
    ['a minimum that foresees it', -1, { default: 30, minimum: -1 }, 's', undefined],
    ['a default that means never', -1, { default: -1 }, 's', undefined],
    ['a number without a unit', -5, { default: 4000 }, undefined, undefined],
    ['200 of what there is one of', 200, { default: 1 }, undefined, undefined],
    ['seconds of which there is one', 200, { default: 1 }, 's', 'much-more'],
    ['of a thousand, a million', 1_000_000, { default: 1000 }, undefined, 'much-more'],
    ['no default, no measure', 1_000_000, {}, 'ms', undefined],
  ]
  for (const [note, amount, schema, unit, doubt] of rows) {
    it(`${note}: ${doubt ?? 'no doubt'}`, () => expect(doubtfulAmount(amount, schema, unit)).toBe(doubt))
  }
})
