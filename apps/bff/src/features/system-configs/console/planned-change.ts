import type { CategoryWrite, LeafOutcome } from '@strata/api-types'
import { deepEqual, getAt, type JsonObject, parsePointer } from '@strata/json'
import { type Category, effectiveSection, type LeafOperation } from '@strata/layered-config'
import type { Actor } from '#bff/auth/actor.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { Breathe } from '#bff/scheduling/breathe.ts'
import type { ConfigDocument } from '../config-document.ts'
import type { Configs } from '../configs.ts'
import type { LoadedCategory } from '../loaded-category.ts'
import { restoredLeaf, shownError } from '../secrets.ts'
import { saveConfig } from '../store.ts'
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

/**
 * Leaf operations on the stored document at a base revision; leaves that none names stay as they are stored.
 * Throws `invalid`, keyed from the document on, and `conflict` when another revision is stored.
 */
export async function planChange(
  configs: Configs,
  actor: Actor,
  { category, body, breathe }: { category: LoadedCategory; body: CategoryWrite; breathe: Breathe },
): Promise<PlannedChange> {
  const { document, defaults, snapshot, name } = category
  if (body.base_revision !== (document?.revision ?? null)) throw staleBase(name)
  for (const { section } of body.operations) assertSection(section)
  const stored: Category = { sections: document?.fields ?? {}, defaults }
  const operations: LeafOperation[] = []
  for (const operation of body.operations) {
    operations.push(withSecret(configs, actor, operation, stored))
    await breathe()
  }
  const { validator } = configs
  const write = { name, category: stored, operations, snapshot, validator, breathe }
  const { fields, outcomes } = await applyLeafWrite(write).catch((error: unknown) => {
    throw shownError(configs, actor, error, [])
  })
  assertNamesMeant(category, fields)
  return { category, operations, outcomes, before: stored.sections, after: fields }
}

/** Nothing is written when nothing changes. Throws `conflict` when another write came between. */
export async function savePlanned(
  configs: Configs,
  actor: Actor,
  { category: { name, document }, before, after }: PlannedChange,
): Promise<ConfigDocument | undefined> {
  if (deepEqual(before, after)) return document
  return saveConfig(configs, actor, { category: name, before: document, fields: after }).catch((error: unknown) => {
    throw error instanceof AppError && error.kind === 'conflict' ? staleBase(name) : error
  })
}

/** Secrets that a value leaves hidden are put back; a cleared one is removed. */
function withSecret(configs: Configs, actor: Actor, operation: LeafOperation, category: Category): LeafOperation {
  if (operation.op === 'remove') return operation
  const { section, pointer } = operation
  const known = getAt(effectiveSection(category, section), pointer)
  const path = [section, ...parsePointer(pointer)]
  const value = restoredLeaf(configs, actor, { sent: operation.value, known, path })
  return value === undefined ? { section, pointer, op: 'remove' } : { ...operation, value }
}

function staleBase(category: string): AppError {
  const cause = `${category} has changed since it was read: read it again and repeat the change on what you find.`
  return new AppError('conflict', cause, { data: { message: 'conflicting documents', cause } })
}
