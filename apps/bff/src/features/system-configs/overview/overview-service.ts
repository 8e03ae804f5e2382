import { createHash } from 'node:crypto'
import type { ConfigIndex, IndexedCategory, SweepReport } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { LRUCache } from 'lru-cache'
import type { Context } from '#bff/context.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { type Breathe, createBreathe } from '#bff/scheduling/breathe.ts'
import { categoriesWithSchema } from '#bff/schemas/category-schemas.ts'
import type { CategoryLoader } from '../loaded-category.ts'
import type { Secrets } from '../secrets.ts'
import type { SectionKeysOf } from '../section-keys.ts'
import type { ConfigStore } from '../store.ts'
import { indexedCategory } from './search-index.ts'
import { type SweepParts, sweptCategory } from './sweep.ts'

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

/** All categories, with and without secrets. */
const indexedKept = 800

export function createOverviewService({ context, store, load, secrets, keysOf }: Parts): OverviewService {
  const indexed = new LRUCache<string, IndexedCategory>({ max: indexedKept })

  /** A category with what is needed to look into it, a step each. */
  async function opened(name: string, request: ApiRequest, breathe: Breathe) {
    const category = await load(name)
    await breathe()
    const { snapshot } = category
    const nodes = await context.topology.nodes()
    const rules = { name, snapshot, validator: context.validator }
    const parts: SweepParts = { keys: keysOf(name, snapshot), nodes, rules, secrets, request, breathe }
    await breathe()
    return { category, parts }
  }

  async function indexOf(
    name: string,
    ground: string,
    request: ApiRequest,
    breathe: Breathe,
  ): Promise<IndexedCategory> {
    const key = `${ground} ${name}`
    const known = indexed.get(key)
    if (known !== undefined) return known
    const { category, parts } = await opened(name, request, breathe)
    const created = await indexedCategory(category, parts)
    indexed.set(key, created)
    return created
  }

  return {
    async index(request) {
      const [documents, snapshot, nodes] = await Promise.all([
        store.all(),
        context.schemas.snapshot(),
        context.topology.nodes(),
      ])
      const ground = [snapshot.revision, request.redact, nodes.map(({ name, zone }) => [name, zone ?? null])]
      const revisions = new Map(documents.map(({ category, revision }) => [category, revision]))
      const names = [...new Set([...revisions.keys(), ...categoriesWithSchema(snapshot)])].sort()
      const breathe = createBreathe()
      const categories: IndexedCategory[] = []
      for (const name of names) {
        categories.push(await indexOf(name, tagOf([...ground, revisions.get(name) ?? null]), request, breathe))
        await breathe()
      }
      return { index: { categories }, etag: tagOf([...ground, [...revisions]]) }
    },
    async sweep(request) {
      const breathe = createBreathe()
      const categories: SweepReport['categories'] = []
      for (const { category: name } of await store.all()) {
        const { category, parts } = await opened(name, request, breathe)
        const { document } = category
        if (document === undefined) continue
        const found = await sweptCategory(category, document.revision, parts)
        if (found.findings.length > 0) categories.push(found)
      }
      return { knows_nodes: (await context.topology.nodes()).length > 0, categories }
    },
  }
}

function tagOf(content: JsonValue): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}
