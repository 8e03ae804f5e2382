import type { JsonObject } from '@strata/json'
import type { LeafOperation } from '@strata/layered-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChangePlanner } from '#bff/features/system-configs/console/change-planner.ts'
import { dryRun } from '#bff/features/system-configs/console/dry-run.ts'
import { createCategoryLoader, type LoadedCategory } from '#bff/features/system-configs/loaded-category.ts'
import { indexedCategory } from '#bff/features/system-configs/overview/search-index.ts'
import { sweptCategory } from '#bff/features/system-configs/overview/sweep.ts'
import { createSecrets } from '#bff/features/system-configs/secrets.ts'
import { createSectionKeys } from '#bff/features/system-configs/section-keys.ts'
import { createConfigStore } from '#bff/features/system-configs/store.ts'
import type { ApiRequest } from '#bff/http/route.ts'
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
    let category: LoadedCategory
    let breaths = 0
    beforeAll(async () => {
      const section = (index: number): JsonObject => ({ a: index, b: { d: index } })
      const all = Array.from({ length: sections }, (_, index) => [`app@n${index}`, section(index)] as const)
      const name = await app.category(Object.fromEntries(all))
      const { store, documents } = app.context
      category = await createCategoryLoader(app.context, createConfigStore(store, documents))(name)
    })

    function parts() {
      breaths = 0
      const { name, snapshot } = category
      const { validator } = app.context
      return {
        keys: createSectionKeys()(name, snapshot),
        nodes: [],
        rules: { name, snapshot, validator },
        secrets: createSecrets(app.context.configRedactor),
        // Nothing else of a request is asked for here.
        request: { redact: true } as ApiRequest,
        breathe: async () => {
          breaths += 1
        },
      }
    }

    it('with every section that is swept', async () => {
      await sweptCategory(category, '1-a', parts())
      expect(breaths).toBeGreaterThanOrEqual(3 * sections)
    })

    it('with every section that is indexed', async () => {
      await indexedCategory(category, parts())
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
      const { validator, store: database, documents } = app.context
      const given = parts()
      const planner = createChangePlanner({
        validator,
        secrets: given.secrets,
        store: createConfigStore(database, documents),
      })
      const body = { base_revision: category.document?.revision ?? null, operations: [...operations] }
      const planned = await planner.plan(category, body, given.request, given.breathe)
      expect(breaths).toBeGreaterThanOrEqual(2 * operations.length)
      const foreseen = parts()
      await dryRun(planned, foreseen)
      expect(breaths).toBeGreaterThanOrEqual(operations.length)
    })
  })
})
