import type { CategoryDetail, CategorySummary, DocumentVersions } from '@strata/api-types'
import { isJsonObject, type JsonObject } from '@strata/json'
import { humanise } from '@strata/kazoo-schemas'
import { countOverrides, sectionKind, storedConfig } from '@strata/layered-config'
import type { Context } from '#bff/context.ts'
import { chosenVersion, parseVersionChoice, showVersions } from '#bff/documents/versions.ts'
import { badIdentifier } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import { categoriesWithSchema, schemaId } from '#bff/schemas/category-schemas.ts'
import type { CategoryLoader, LoadedCategory } from '../loaded-category.ts'
import type { Secrets } from '../secrets.ts'
import type { ConfigDocument, ConfigStore } from '../store.ts'
import { parseCategoryWrite } from './category-write.ts'
import type { ChangePlanner } from './change-planner.ts'

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
  /** What the stored document says in each version that CouchDB keeps of it. Throws `not-found`. */
  versions(category: string, request: ApiRequest): Promise<DocumentVersions>
  /**
   * Keeps one version, as it is stored, and removes the others.
   * Throws `not-found`, `precondition-failed`, `invalid`, and `conflict` where the versions are others than were shown.
   */
  settle(category: string, request: ApiRequest): Promise<CategoryDetail>
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
    const conflicts = document?.stored.conflicts?.length
    return {
      id: category.name,
      title: humanise(category.name),
      revision: document?.revision ?? null,
      schema_revision: category.schema.revision ?? null,
      sections: Object.fromEntries(sections.map(([name, values]) => [name, secrets.show(request, values, [name])])),
      defaults: secrets.show(request, category.defaults, ['default']),
      ...(conflicts === undefined ? {} : { conflicts }),
    }
  }

  async function loadStored(name: string): Promise<{ category: LoadedCategory; document: ConfigDocument }> {
    const category = await load(name)
    if (category.document === undefined) throw badIdentifier(name)
    return { category, document: category.document }
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
    async versions(name, request) {
      const { document } = await loadStored(name)
      const show = (fields: JsonObject) => secrets.show(request, fields, [])
      return showVersions(await store.versions(document), document.stored, show)
    },
    async settle(name, request) {
      const choice = parseVersionChoice(request.data)
      const { category, document } = await loadStored(name)
      requireMatch(request, document.revision)
      const { fields } = chosenVersion(choice, document.stored, await store.versions(document))
      const saved = await store.save({ category: name, before: document, fields, settles: true, request })
      return detailOf(category, saved, request)
    },
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
