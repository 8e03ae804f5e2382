import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { ignoredBefore5 } from './ignored-parts.ts'
import { layeredStorage } from './layered-storage.ts'
import type { PlanClass } from './plan-rule.ts'
import { resolveRoute } from './resolve-route.ts'
import { builtInStorage } from './storage-layer.ts'

function ignored(planClass: PlanClass, plan: JsonObject): string[] {
  const storage = layeredStorage([
    { name: 'built-in', values: builtInStorage },
    { name: 'system', values: { plan } },
  ])
  return ignoredBefore5(storage, resolveRoute(storage, { planClass, type: undefined })).map(({ pointer }) => pointer)
}

describe(ignoredBefore5, () => {
  for (const { note, planClass, plan, expected } of [
    {
      note: 'aggregate',
      planClass: 'aggregate',
      plan: { aggregate: { connection: 'C' } },
      expected: ['/plan/aggregate'],
    },
    { note: 'yodb', planClass: 'yodb', plan: { yodb: { connection: 'C' } }, expected: ['/plan/yodb'] },
    { note: 'no plan for yodb but the built-in one', planClass: 'yodb', plan: {}, expected: [] },
    { note: 'no plan for aggregate', planClass: 'aggregate', plan: { system: { connection: 'C' } }, expected: [] },
    {
      note: 'database.names',
      planClass: 'modb',
      plan: { modb: { database: { names: ['x'] } } },
      expected: ['/plan/modb/database/names'],
    },
    { note: 'what 4.3 knows', planClass: 'modb', plan: { modb: { connection: 'C' } }, expected: [] },
  ] satisfies { note: string; planClass: PlanClass; plan: JsonObject; expected: string[] }[]) {
    it(note, () => expect(ignored(planClass, plan)).toEqual(expected))
  }
})
