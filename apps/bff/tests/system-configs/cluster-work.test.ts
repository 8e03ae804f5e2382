import type { JsonObject } from '@strata/json'
import type { LeafOperation } from '@strata/layered-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#bff/auth/actor.ts'
import { type Configs, createConfigs } from '#bff/features/system-configs/configs.ts'
import { dryRun } from '#bff/features/system-configs/console/dry-run.ts'
import { planChange } from '#bff/features/system-configs/console/planned-change.ts'
import { type LoadedCategory, loadCategory } from '#bff/features/system-configs/loaded-category.ts'
import { indexedCategory } from '#bff/features/system-configs/overview/search-index.ts'
import { sweptCategory } from '#bff/features/system-configs/overview/sweep.ts'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, startConfigApp } from './_configs.ts'

describe('work for the whole cluster', () => {
  let app: ConfigApp
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
  })
  afterAll(() => app.stop())

  it('lets a health check be answered before an index that nothing is known of yet', async () => {
    const answered: string[] = []
    await Promise.all([
      app.admin.get('/console/system_configs/index').then(() => answered.push('index')),
      app.anyone.get('/healthz').then(() => answered.push('healthz')),
    ])
    expect(answered).toEqual(['healthz', 'index'])
  })

  describe('in a category of many sections breathes', () => {
    const sections = 30
    const actor: Actor = { session: undefined, requestId: 'r', redact: true }
    let configs: Configs
    let category: LoadedCategory
    let breaths = 0
    beforeAll(async () => {
      const section = (index: number): JsonObject => ({ a: index, b: { d: index } })
      const all = Array.from({ length: sections }, (_, index) => [`app@n${index}`, section(index)] as const)
      const name = await app.category(Object.fromEntries(all))
      configs = createConfigs(app.context)
      category = await loadCategory(configs, name)
    })

    function inspection() {
      breaths = 0
      return {
        configs,
        actor,
        nodes: [],
        breathe: async () => {
          breaths += 1
        },
      }
    }

    it('with every section that is swept', async () => {
      await sweptCategory(category, '1-a', inspection())
      expect(breaths).toBeGreaterThanOrEqual(3 * sections)
    })

    it('with every section that is indexed', async () => {
      await indexedCategory(category, inspection())
      expect(breaths).toBeGreaterThanOrEqual(3 * sections)
    })

    it('with every operation that is planned, and every key that is foreseen', async () => {
      const operations = Array.from(
        { length: 200 },
        (_, index): LeafOperation => ({
          section: `app@n${index % sections}`,
          pointer: `/key_${index}`,
          op: 'set',
          value: 1,
        }),
      )
      const { breathe } = inspection()
      const body = { base_revision: category.document?.revision ?? null, operations: [...operations] }
      const planned = await planChange(configs, actor, { category, body, breathe })
      expect(breaths).toBeGreaterThanOrEqual(2 * operations.length)
      await dryRun(planned, inspection())
      expect(breaths).toBeGreaterThanOrEqual(operations.length)
    })
  })
})
