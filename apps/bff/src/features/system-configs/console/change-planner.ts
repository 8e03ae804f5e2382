import type { CategoryWrite, LeafOutcome } from '@strata/api-types'
import { deepEqual, getAt, type JsonObject, parsePointer } from '@strata/json'
import { type Category, effectiveSection, type LeafOperation } from '@strata/layered-config'
import { AppError } from '#bff/errors/app-error.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import type { Breathe } from '#bff/scheduling/breathe.ts'
import type { Validator } from '#bff/validation/validator.ts'
import type { LoadedCategory } from '../loaded-category.ts'
import type { Secrets } from '../secrets.ts'
import type { ConfigDocument, ConfigStore } from '../store.ts'
import { assertNamesMeant, assertSection } from '../v2/body.ts'
import { applyLeafWrite } from './leaf-write.ts'

/** A change of one category, checked and worked out, not yet stored. */
export interface PlannedChange {
  readonly category: LoadedCategory
  /** As asked for, with hidden secrets put back. */
  readonly operations: readonly LeafOperation[]
  readonly outcomes: readonly LeafOutcome[]
  /** The public fields of the document before and after. */
  readonly before: JsonObject
  readonly after: JsonObject
}

/** Leaf operations on the stored document at a base revision; leaves that none names stay as they are stored. */
export interface ChangePlanner {
  /** Throws `invalid`, and `conflict` when another revision is stored. */
  plan(category: LoadedCategory, body: CategoryWrite, request: ApiRequest, breathe: Breathe): Promise<PlannedChange>
  /** Nothing is written when nothing changes. Throws `conflict` when another write came between. */
  save(change: PlannedChange, request: ApiRequest): Promise<ConfigDocument | undefined>
}

interface Parts {
  readonly validator: Validator
  readonly store: ConfigStore
  readonly secrets: Secrets
}

export function createChangePlanner({ validator, store, secrets }: Parts): ChangePlanner {
  /** Secrets that a value leaves hidden are put back; a cleared one is removed. */
  function restored(operation: LeafOperation, category: Category, request: ApiRequest): LeafOperation {
    if (operation.op === 'remove') return operation
    const { section, pointer } = operation
    const known = getAt(effectiveSection(category, section), pointer)
    const value = secrets.restoreLeaf(request, operation.value, known, [section, ...parsePointer(pointer)])
    return value === undefined ? { section, pointer, op: 'remove' } : { ...operation, value }
  }

  return {
    async plan(category, { base_revision: base, operations: asked }, request, breathe) {
      const { document, defaults, snapshot, name } = category
      if (base !== (document?.revision ?? null)) throw staleBase(name)
      for (const { section } of asked) assertSection(section)
      const stored: Category = { sections: document?.fields ?? {}, defaults }
      const operations: LeafOperation[] = []
      for (const operation of asked) {
        operations.push(restored(operation, stored, request))
        await breathe()
      }
      const write = { name, category: stored, operations, snapshot, validator, breathe }
      const { fields, outcomes } = await applyLeafWrite(write)
      assertNamesMeant(category, fields)
      return { category, operations, outcomes, before: stored.sections, after: fields }
    },
    async save({ category: { name, document }, before, after }, request) {
      if (deepEqual(before, after)) return document
      return store.save({ category: name, before: document, fields: after, request }).catch((error: unknown) => {
        throw error instanceof AppError && error.kind === 'conflict' ? staleBase(name) : error
      })
    },
  }
}

function staleBase(category: string): AppError {
  const cause = `${category} has changed since it was read: read it again and repeat the change on what you find.`
  return new AppError('conflict', cause, { data: { message: 'conflicting documents', cause } })
}
