import type { CategoryDetail, CategorySummary, CategoryWrite } from '@strata/api-types'
import { deepEqual, getAt, isJsonObject, type JsonObject, parsePointer } from '@strata/json'
import { humanise } from '@strata/kazoo-schemas'
import {
  type Category,
  countOverrides,
  effectiveSection,
  type LeafOperation,
  sectionKind,
  storedConfig,
} from '@strata/layered-config'
import type { Context } from '#bff/context.ts'
import { AppError } from '#bff/errors.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { categoriesWithSchema, schemaId } from '#bff/schemas/category-schemas.ts'
import { assertSection } from './body.ts'
import { parseCategoryWrite } from './category-write.ts'
import { applyLeafWrite } from './leaf-write.ts'
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
}

export function createConsoleService({ context, store, load, secrets }: Parts): ConsoleService {
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

  /** Secrets that a value leaves hidden are put back; a cleared one is removed. */
  function restored(operation: LeafOperation, category: Category, request: ApiRequest): LeafOperation {
    if (operation.op === 'remove') return operation
    const { section, pointer } = operation
    const known = getAt(effectiveSection(category, section), pointer)
    const value = secrets.restoreLeaf(request, operation.value, known, [section, ...parsePointer(pointer)])
    return value === undefined ? { section, pointer, op: 'remove' } : { ...operation, value }
  }

  async function write(
    category: LoadedCategory,
    { operations }: CategoryWrite,
    request: ApiRequest,
  ): Promise<ConfigDocument | undefined> {
    const { document, defaults, snapshot, name } = category
    const stored: Category = { sections: document?.fields ?? {}, defaults }
    for (const { section } of operations) assertSection(section)
    const fields = applyLeafWrite({
      name,
      category: stored,
      operations: operations.map((operation) => restored(operation, stored, request)),
      snapshot,
      validator: context.validator,
    })
    if (deepEqual(fields, stored.sections)) return document
    return store.save({ category: name, before: document, fields, request })
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
        if (body.base_revision !== (category.document?.revision ?? null)) throw staleBase(name)
        const saved = await write(category, body, request).catch((error: unknown) => {
          throw error instanceof AppError && error.kind === 'conflict' ? staleBase(name) : error
        })
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

function staleBase(category: string): AppError {
  const cause = `${category} has changed since it was read: read it again and repeat the change on what you find.`
  return new AppError('conflict', cause, { data: { message: 'conflicting documents', cause } })
}
