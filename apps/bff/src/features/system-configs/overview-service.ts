import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ConfigIndex, SweepReport, SweptCategory } from '@strata/api-types'
import { LRUCache } from 'lru-cache'
import type { Context } from '#bff/context.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { categoriesWithSchema } from '#bff/schemas/category-schemas.ts'
import type { CategoryLoader } from './loaded-category.ts'
import { searchIndex } from './search-index.ts'
import type { Secrets } from './secrets.ts'
import type { SectionKeysOf } from './section-keys.ts'
import type { ConfigStore } from './store.ts'
import { sweptCategory } from './sweep.ts'

/** What can be said of all categories together. */
export interface OverviewService {
  /** Categories that are stored, have a schema, or both, sorted; with a tag that names the content. */
  index(request: ApiRequest): Promise<{ index: ConfigIndex; etag: string }>
  /** What could be tidied in the stored categories, those without findings left out. */
  sweep(request: ApiRequest): Promise<SweepReport>
}

interface Parts {
  readonly context: Context
  readonly store: ConfigStore
  readonly load: CategoryLoader
  readonly secrets: Secrets
  readonly keysOf: SectionKeysOf
}

/** With and without secrets. */
const indexesKept = 2

export function createOverviewService({ context, store, load, secrets, keysOf }: Parts): OverviewService {
  const indexes = new LRUCache<string, ConfigIndex>({ max: indexesKept })

  async function swept(name: string, request: ApiRequest): Promise<SweptCategory | undefined> {
    // The server answers others between two categories.
    await setImmediate()
    const [category, nodes] = await Promise.all([load(name), context.topology.nodes()])
    const { document, snapshot } = category
    if (document === undefined) return undefined
    const rules = { name, snapshot, validator: context.validator }
    const parts = { keys: keysOf(name, snapshot), nodes, rules, secrets, request }
    return sweptCategory(category, document.revision, parts)
  }

  return {
    async index(request) {
      const [documents, snapshot] = await Promise.all([store.all(), context.schemas.snapshot()])
      const content = [
        snapshot.revision,
        request.redact,
        documents.map(({ category, revision }) => [category, revision]),
      ]
      const etag = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
      const names = new Set([...documents.map(({ category }) => category), ...categoriesWithSchema(snapshot)])
      const index =
        indexes.get(etag) ?? searchIndex([...names].sort(), documents, { snapshot, keysOf, secrets, request })
      indexes.set(etag, index)
      return { index, etag }
    },
    async sweep(request) {
      const categories: SweptCategory[] = []
      for (const { category } of await store.all()) {
        const found = await swept(category, request)
        if (found !== undefined && found.findings.length > 0) categories.push(found)
      }
      return { knows_nodes: (await context.topology.nodes()).length > 0, categories }
    },
  }
}
