import type { JsonObject, JsonValue } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { isAboveLimits, limitExcesses, mostTimesOver, type StorageMeasure, storageLimits } from './storage-limits.ts'

const many = (count: number, value: JsonValue = 1): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value]))

const rule = { connection: 'local' }
/** Classes with so many rules in all, where a type's rule counts for so many. */
const classes = (count: number, size: number, type: JsonObject): JsonObject => {
  const ofClass = 1 + 50 * size
  const left = count - Math.floor(count / ofClass) * ofClass - 1
  const rest = left < 0 ? {} : { rest: { types: many(Math.floor(left / size), type), regex: many(left % size, rule) } }
  return { ...many(Math.floor(count / ofClass), { types: many(50, type) }), ...rest }
}

/** Documents with as many of something as is asked for, and where the most of it is. */
const shapes: readonly { measure: StorageMeasure; document: (count: number) => JsonObject; pointer: string }[] = [
  { measure: 'attachments', document: (count) => ({ attachments: many(count) }), pointer: '/attachments' },
  { measure: 'connections', document: (count) => ({ connections: many(count) }), pointer: '/connections' },
  {
    measure: 'types',
    document: (count) => ({ plan: { modb: { types: many(count, rule) } } }),
    pointer: '/plan/modb/types',
  },
  { measure: 'rules', document: (count) => ({ plan: classes(count, 1, rule) }), pointer: '/plan' },
  {
    measure: 'rules',
    document: (count) => ({ plan: classes(count, 2, { range: many(1, rule) }) }),
    pointer: '/plan',
  },
  {
    measure: 'conditions',
    document: (count) => ({ plan: { modb: { types: { fax: { regex: many(count, rule) } } } } }),
    pointer: '/plan/modb/types/fax/regex',
  },
  {
    measure: 'keys',
    document: (count) => ({ attachments: { B: { settings: many(count) } } }),
    pointer: '/attachments/B/settings',
  },
  {
    measure: 'keys',
    document: (count) => ({ plan: { modb: { types: { fax: { attachments: { params: many(count) } } } } } }),
    pointer: '/plan/modb/types/fax/attachments/params',
  },
  {
    measure: 'entryCharacters',
    document: (count) => ({ attachments: { B: { settings: { url: 'x'.repeat(count - 11) } } } }),
    pointer: '/attachments/B',
  },
  { measure: 'items', document: (count) => ({ list: Array.from({ length: count }, () => 1) }), pointer: '' },
  { measure: 'values', document: (count) => ({ note: many(count - 2) }), pointer: '' },
  { measure: 'characters', document: (count) => ({ note: 'x'.repeat(count - 4) }), pointer: '' },
]

describe(limitExcesses, () => {
  it.each(shapes)('as many $measure as may be are no excess, one more is', ({ measure, document, pointer }) => {
    const limit = storageLimits[measure]
    expect(limitExcesses(document(limit), undefined)).toEqual([])
    expect(limitExcesses(document(limit + 1), undefined)).toEqual([
      { measure, limit, count: limit + 1, stored: 0, pointer },
    ])
  })

  it.each(shapes)('more $measure than may be can stay and become less, not more', ({ measure, document }) => {
    const stored = document(storageLimits[measure] + 10)
    expect(limitExcesses(stored, stored)).toEqual([])
    expect(limitExcesses(document(storageLimits[measure] + 9), stored)).toEqual([])
    expect(limitExcesses(document(storageLimits[measure] + 11), stored)).toMatchObject([
      { measure, limit: storageLimits[measure] + 10, count: storageLimits[measure] + 11 },
    ])
  })

  it.each(shapes)('of far more $measure than may be only so many times the limit can stay', ({ measure, document }) => {
    const most = mostTimesOver * storageLimits[measure]
    const stored = document(most + 10)
    expect(limitExcesses(document(most), stored, mostTimesOver)).toEqual([])
    expect(limitExcesses(document(most + 1), stored, mostTimesOver)).toContainEqual(
      expect.objectContaining({ measure, limit: most, count: most + 1, stored: most + 10 }),
    )
  })

  it('a hidden secret counts as one value, and only a small one passes for it', () => {
    const marker = { $secret: 'set', fingerprint: '0123456789ab', shown: '•••' }
    const document = (secret: JsonValue) => ({
      secrets: many(1000, secret),
      rest: many(storageLimits.values - 1003),
    })
    expect(limitExcesses(document('secret'), undefined)).toEqual([])
    expect(limitExcesses(document(marker), undefined)).toEqual([])
    const passing = { $secret: 'set', x: many(storageLimits.values) }
    expect(limitExcesses(passing, undefined)).toMatchObject([{ measure: 'values' }])
  })

  it('counts each document once', () => {
    let looks = 0
    const watched = new Proxy(many(200), {
      ownKeys(target) {
        looks += 1
        return Reflect.ownKeys(target)
      },
    })
    const document: JsonObject = { attachments: watched }
    const [excess] = limitExcesses(document, undefined)
    const looked = looks
    expect(limitExcesses(document, document)).toEqual([])
    expect(excess?.count).toBe(200)
    expect(looks).toBe(looked)
  })

  it('documents of any shape are counted', () => {
    for (const value of [null, 5, 'x', [], [{}], {}] as JsonValue[]) {
      expect(limitExcesses({ attachments: value, connections: value, plan: { modb: value } }, { plan: value })).toEqual(
        [],
      )
    }
  })
})

describe(isAboveLimits, () => {
  it.each(shapes)('tells whether there are more $measure than so many times the limit', ({ measure, document }) => {
    for (const times of [1, mostTimesOver]) {
      expect(isAboveLimits(document(times * storageLimits[measure]), times)).toBe(false)
      expect(isAboveLimits(document(times * storageLimits[measure] + 1), times)).toBe(true)
    }
  })

  it('looks at no more than it takes to tell', () => {
    let looks = 0
    const watched = new Proxy(
      { ...rule },
      {
        get(target, key) {
          looks += 1
          return Reflect.get(target, key)
        },
      },
    )
    expect(isAboveLimits({ plan: { modb: { types: many(100_000, watched) } } }, mostTimesOver)).toBe(true)
    expect(looks).toBeLessThan(mostTimesOver * storageLimits.values)
  })
})
