import type { CategoryDetail } from '@strata/api-types'
import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue, removeAt, setAt } from '@strata/json'
import { isConfigSecret, secretLeaves } from '@strata/kazoo-schemas'
import type { LeafOperation } from '@strata/layered-config'
import type { DraftRules } from '#web/lib/draft/draft.ts'
import { isRecord, type KeptDraft, readDraft, withoutMarkers } from '#web/lib/draft/kept-drafts.ts'
import { mergeLeaves } from '#web/lib/draft/merge-leaves.ts'
import { applyDraft, type Changes, operationsIn, rebasedChanges } from './category-draft.ts'

/** Unsaved changes of one category, as this browser keeps them. */
export interface KeptCategoryDraft extends KeptDraft {
  readonly operations: readonly LeafOperation[]
  /** What the changed leaves were, in their sections. */
  readonly base: JsonObject
}

/** How a category is drafted: as operations on its leaves. */
export const categoryRules: DraftRules<CategoryDetail, Changes, KeptCategoryDraft> = {
  revisionOf: ({ revision }) => revision,
  untouched: () => nothing,
  count: (_, changes) => operationsIn(changes).length,
  document: (detail, changes) => applyDraft(detail, { now: changes }).sections,
  rebase: (changes, { sections }, onto) => rebased(changes, sections, onto),
  keep: ({ sections }, changes) => {
    const kept = withoutSecrets(operationsIn(changes))
    return { ...kept, base: leavesOf(sections, kept.operations) }
  },
  read: keptDraft,
  restore: ({ operations, base }, onto) => rebased(bySection(operations), base, onto),
}

/** The operations that hold no secret, and pointers to those that do. */
export function withoutSecrets(
  operations: readonly LeafOperation[],
): Pick<KeptCategoryDraft, 'operations' | 'secrets'> {
  const secret = operations.filter(holdsSecret)
  return { operations: operations.filter((operation) => !secret.includes(operation)), secrets: secret.map(pointerOf) }
}

/** What was kept, unless it is too old or not to be understood. */
export function keptDraft(key: string, now: number): KeptCategoryDraft | undefined {
  return readDraft(key, now, isCategoryDraft)
}

const nothing: Changes = {}

function rebased(changes: Changes, base: JsonObject, onto: CategoryDetail) {
  const operations = operationsIn(changes)
  const before = leavesOf(base, operations)
  const mine = operations.reduce((sections, operation) => {
    const pointer = pointerOf(operation)
    return asObject(operation.op === 'set' ? setAt(sections, pointer, operation.value) : removeAt(sections, pointer))
  }, before)
  const { conflicts } = mergeLeaves(before, mine, onto.sections)
  return { work: rebasedChanges(changes, onto), overlaps: conflicts }
}

/** Of the sections no more than the leaves that operations are about. */
function leavesOf(sections: JsonObject, operations: readonly LeafOperation[]): JsonObject {
  return operations.map(pointerOf).reduce<JsonObject>((picked, pointer) => {
    const value = getAt(sections, pointer)
    return value === undefined ? picked : asObject(setAt(picked, pointer, value))
  }, {})
}

function pointerOf({ section, pointer }: LeafOperation): string {
  return formatPointer([section]) + pointer
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function bySection(operations: readonly LeafOperation[]): Changes {
  const names = [...new Set(operations.map(({ section }) => section))]
  return Object.fromEntries(names.map((name) => [name, operations.filter(({ section }) => section === name)]))
}

function holdsSecret(operation: LeafOperation): boolean {
  if (operation.op === 'remove') return false
  const document = setAt({}, pointerOf(operation), withoutMarkers(operation.value))
  return isJsonObject(document) && secretLeaves(document, isConfigSecret).length > 0
}

function isCategoryDraft(read: Record<string, unknown>): read is Record<string, unknown> & KeptCategoryDraft {
  return Array.isArray(read.operations) && read.operations.every(isOperation) && isRecord(read.base)
}

function isOperation(read: unknown): boolean {
  return (
    isRecord(read) &&
    typeof read.section === 'string' &&
    typeof read.pointer === 'string' &&
    /^(?:\/|$)/.test(read.pointer) &&
    (read.op === 'remove' || (read.op === 'set' && read.value !== undefined))
  )
}
