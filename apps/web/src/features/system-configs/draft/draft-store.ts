import { formatPointer, isJsonObject, setAt } from '@strata/json'
import { isConfigSecret, secretLeaves } from '@strata/kazoo-schemas'
import type { LeafOperation } from '@strata/layered-config'
import { isRecord, type KeptDraft, readDraft, withoutMarkers } from '#web/lib/draft/kept-drafts.ts'

/** A leaf of a section. */
export interface LeafPlace {
  readonly section: string
  readonly pointer: string
}

/** Unsaved changes of one category, as this browser keeps them. */
export interface KeptCategoryDraft extends KeptDraft {
  readonly operations: readonly LeafOperation[]
  /** Where secrets were typed: their values are not kept. */
  readonly secrets: readonly LeafPlace[]
}

/** The operations that hold no secret, and the places of those that do. */
export function withoutSecrets(
  operations: readonly LeafOperation[],
): Pick<KeptCategoryDraft, 'operations' | 'secrets'> {
  const secret = operations.filter(holdsSecret)
  return {
    operations: operations.filter((operation) => !secret.includes(operation)),
    secrets: secret.map(({ section, pointer }) => ({ section, pointer })),
  }
}

/** What was kept, unless it is too old or not to be understood. */
export function keptDraft(key: string, now: number): KeptCategoryDraft | undefined {
  return readDraft(key, now, isCategoryDraft)
}

function holdsSecret(operation: LeafOperation): boolean {
  if (operation.op === 'remove') return false
  const pointer = formatPointer([operation.section]) + operation.pointer
  const document = setAt({}, pointer, withoutMarkers(operation.value))
  return isJsonObject(document) && secretLeaves(document, isConfigSecret).length > 0
}

function isCategoryDraft(read: Record<string, unknown>): read is Record<string, unknown> & KeptCategoryDraft {
  return (
    Array.isArray(read.operations) &&
    read.operations.every(isOperation) &&
    Array.isArray(read.secrets) &&
    read.secrets.every(isPlace)
  )
}

function isOperation(read: unknown): boolean {
  return isPlace(read) && (read.op === 'remove' || (read.op === 'set' && read.value !== undefined))
}

function isPlace(read: unknown): read is Record<string, unknown> {
  return (
    isRecord(read) &&
    typeof read.section === 'string' &&
    typeof read.pointer === 'string' &&
    /^(?:\/|$)/.test(read.pointer)
  )
}
