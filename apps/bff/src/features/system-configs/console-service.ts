import type { CategoryDetail, CategorySummary } from '@strata/api-types'
import { isJsonObject, type JsonObject } from '@strata/json'
import { humanise } from '@strata/kazoo-schemas'
import { countOverrides, sectionKind, storedConfig } from '@strata/layered-config'
import { createBreathe } from '#bff/breathe.ts'
import type { Context } from '#bff/context.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { categoriesWithSchema, schemaId } from '#bff/schemas/category-schemas.ts'
import { parseCategoryWrite } from './category-write.ts'
import type { ChangePlanner } from './change-planner.ts'
import type { CategoryLoader, LoadedCategory } from './loaded-category.ts'
import type { Secrets } from './secrets.ts'
import type { ConfigDocument, ConfigStore } from './store.ts'

/** What the console reads and writes of categories beyond KAZOO's API. */
export interface ConsoleService {
  /** Categories that are stored, have a schema, or both; sorted. */
  list(): Promise<CategorySummary[]>
  /** Never `not-found`: a category begins with its first write. */
  detail(category: string, request: ApiRequest): Promise<CategoryDetail>
  /**
   * Leaf operations on the stored document at a base revision; leaves that none names stay as they are stored.
   * Nothing is written when nothing changes.
   * Throws `invalid`, `precondition-failed`, and `conflict` when another revision is stored.
   */
  write(category: string, request: ApiRequest): Promise<CategoryDetail>
}

interface Parts {
  readonly context: Context
  readonly store: ConfigStore
  readonly load: CategoryLoader
  readonly secrets: Secrets
  readonly planner: ChangePlanner
}

export function createConsoleService({ context, store, load, secrets, planner }: Parts): ConsoleService {
  function detailOf(
    category: LoadedCategory,
    document: ConfigDocument | undefined,
    request: ApiRequest,
  ): CategoryDetail {
    const sections = Object.entries(storedConfig(document?.fields ?? {}))
    return {
      id: category.name,
      title: humanise(category.name),
      revision: document?.revision ?? null,
      schema_revision: category.schema.revision ?? null,
      sections: Object.fromEntries(sections.map(([name, values]) => [name, secrets.show(request, values, [name])])),
      defaults: secrets.show(request, category.defaults, ['default']),
    }
  }

  return {
    async list() {
      const [documents, snapshot] = await Promise.all([store.all(), context.schemas.snapshot()])
      const stored = new Map(documents.map((document) => [document.category, document]))
      const names = new Set([...stored.keys(), ...categoriesWithSchema(snapshot)])
      return [...names].sort().map((name) => summary(name, stored.get(name), snapshot.get(schemaId(name))))
    },
    detail: async (name, request) => {
      const category = await load(name)
      return detailOf(category, category.document, request)
    },
    write: (name, request) =>
      secrets.hiding(request, async () => {
        const body = parseCategoryWrite(request.data)
        const category = await load(name)
        requireMatch(request, category.document?.revision)
        const change = await planner.plan(category, body, request, createBreathe())
        const saved = await planner.save(change, request)
        return detailOf(category, saved, request)
      }),
  }
}

function summary(id: string, document: ConfigDocument | undefined, schema: JsonObject | undefined): CategorySummary {
  const sections = storedConfig(document?.fields ?? {})
  const kinds = Object.keys(sections).map(sectionKind)
  return {
    id,
    title: humanise(id),
    stored: document !== undefined,
    has_schema: schema !== undefined,
    keys: isJsonObject(schema?.properties) ? Object.keys(schema.properties).length : 0,
    zones: kinds.filter((kind) => kind === 'zone').length,
    nodes: kinds.filter((kind) => kind === 'node').length,
    overrides: countOverrides(sections),
  }
}
