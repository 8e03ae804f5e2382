import type { CategoryDetail } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import {
  applyLeafOperations,
  type Category,
  inheritedBySection,
  type LeafOperation,
  type LeafOutcome,
  type Sections,
  sectionOperations,
  storedConfig,
} from '@strata/layered-config'
import { type History, step, stepBefore } from '#web/lib/draft/history.ts'

/** What is to be changed, by section. */
export type Changes = Readonly<Record<string, readonly LeafOperation[]>>

/** The operator's unsaved work on one category: changes against the stored document, never a copy of it. */
export type CategoryDraft = History<Changes>

export type DraftAction =
  /** A section shall hold these values; undefined removes it. `place` names what was edited. */
  | { type: 'edit'; detail: CategoryDetail; section: string; next: JsonObject | undefined; place?: string }
  /** Several sections at once: those that are missing are removed. */
  | { type: 'replace'; detail: CategoryDetail; sections: Sections; place?: string }
  /** Leaf operations on what is drafted, in one step. */
  | { type: 'apply'; detail: CategoryDetail; operations: readonly LeafOperation[] }
  /** The way back from what was saved last. */
  | { type: 'take-back'; detail: CategoryDetail; operations: readonly LeafOperation[] }
  /** Whether a leaf is kept although it equals what it inherits. */
  | { type: 'pin'; section: string; pointer: string; isPinned: boolean }

/** The next step of a draft. */
export function reduceDraft(draft: CategoryDraft, action: DraftAction): CategoryDraft {
  switch (action.type) {
    case 'edit': {
      const operations = operationsOf(draft.now, action.detail, action.section, action.next)
      return stepTo(draft, { ...draft.now, [action.section]: operations }, action.place)
    }
    case 'replace':
      return stepTo(draft, replaced(draft.now, action), action.place)
    case 'apply':
      return stepTo(draft, applied(draft.now, action))
    case 'take-back': {
      const changes = withoutEmpty(applied(draft.now, action))
      // What was saved is the step before all others: undone like them, it can be made again.
      return draft.past.length === 0 ? stepBefore(draft, changes) : step(draft, changes)
    }
    case 'pin':
      return stepTo(draft, { ...draft.now, [action.section]: withPin(draft.now, action) })
  }
}

/** What the draft makes of the stored document. */
export interface DraftedCategory {
  /** As the form shows it: every leaf as it was set. */
  readonly sections: Sections
  /** How many leaves change. */
  readonly count: number
  /** What will become of a changed leaf, as the server decides it too; undefined where nothing changes. */
  readonly outcome: (section: string, pointer: string) => LeafOutcome | undefined
  readonly isPinned: (section: string, pointer: string) => boolean
}

export function applyDraft(detail: CategoryDetail, { now: changes }: Pick<CategoryDraft, 'now'>): DraftedCategory {
  const operations = operationsIn(changes)
  const category = { sections: detail.sections, defaults: detail.defaults }
  const shown = applyLeafOperations(category, operations.map(pinned))
  const { outcomes } = applyLeafOperations(category, operations)
  const byLeaf = new Map(operations.map((operation, index) => [leafKey(operation), { operation, index }]))
  return {
    sections: storedConfig(shown.sections),
    count: operations.length,
    outcome: (section, pointer) => {
      const found = byLeaf.get(leafKey({ section, pointer }))
      return found === undefined ? undefined : outcomes[found.index]
    },
    isPinned: (section, pointer) => {
      const operation = byLeaf.get(leafKey({ section, pointer }))?.operation
      return operation?.op === 'set' && operation.pin === true
    },
  }
}

/** What is to be changed in a section, whatever it is called: `constructor` is a zone like any other. */
export function changesIn(changes: Changes, section: string): readonly LeafOperation[] {
  return (Object.hasOwn(changes, section) ? changes[section] : undefined) ?? []
}

/** All changes in the order they are sent. */
export function operationsIn(changes: Changes): LeafOperation[] {
  return Object.values(changes).flat()
}

function operationsOf(changes: Changes, detail: CategoryDetail, section: string, next: JsonObject | undefined) {
  const pins = changesIn(changes, section).filter((operation) => operation.op === 'set' && operation.pin === true)
  return sectionOperations({
    section,
    stored: Object.hasOwn(detail.sections, section) ? detail.sections[section] : undefined,
    next,
    inherited: inheritedBySection(detail, section),
    pinned: new Set(pins.map(({ pointer }) => pointer)),
  })
}

function replaced(changes: Changes, { detail, sections }: { detail: CategoryDetail; sections: Sections }): Changes {
  const names = new Set([...Object.keys(detail.sections), ...Object.keys(sections)])
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      operationsOf(changes, detail, name, Object.hasOwn(sections, name) ? sections[name] : undefined),
    ]),
  )
}

function applied(
  changes: Changes,
  { detail, operations }: { detail: CategoryDetail; operations: readonly LeafOperation[] },
): Changes {
  const category = { sections: detail.sections, defaults: detail.defaults }
  const sections = asFarAsItGoes(category, [...operationsIn(changes), ...operations])
  const pins = new Set(operations.flatMap((one) => (one.op === 'set' && one.pin === true ? leafKey(one) : [])))
  const next = replaced(changes, { detail, sections: storedConfig(sections) })
  return Object.fromEntries(
    Object.entries(next).map(([name, made]) => [name, made.map((one) => (pins.has(leafKey(one)) ? pinned(one) : one))]),
  )
}

function withPin(
  changes: Changes,
  { section, pointer, isPinned }: { section: string; pointer: string; isPinned: boolean },
) {
  return changesIn(changes, section).map((operation) =>
    operation.op === 'set' && operation.pointer === pointer ? { ...operation, pin: isPinned } : operation,
  )
}

function stepTo(draft: CategoryDraft, changes: Changes, place?: string): CategoryDraft {
  return step(draft, withoutEmpty(changes), place)
}

/** The same changes on another document; what it says already, and what it has no place for any more, is left out. */
export function rebasedChanges(changes: Changes, detail: CategoryDetail): Changes {
  const sections = oneByOne({ sections: detail.sections, defaults: detail.defaults }, operationsIn(changes))
  return withoutEmpty(replaced(changes, { detail, sections: storedConfig(sections) }))
}

/** What the document has no place for any more is left out. */
function asFarAsItGoes(category: Category, operations: readonly LeafOperation[]): JsonObject {
  try {
    return applyLeafOperations(category, operations.map(pinned)).sections
  } catch (error) {
    if (error instanceof RangeError) return oneByOne(category, operations)
    throw error
  }
}

function oneByOne(category: Category, operations: readonly LeafOperation[]): JsonObject {
  return operations.reduce((sections, operation) => attempt({ ...category, sections }, operation), category.sections)
}

function attempt(category: Category, operation: LeafOperation): JsonObject {
  try {
    return applyLeafOperations(category, [pinned(operation)]).sections
  } catch (error) {
    if (error instanceof RangeError) return category.sections
    throw error
  }
}

function pinned(operation: LeafOperation): LeafOperation {
  return operation.op === 'set' ? { ...operation, pin: true } : operation
}

function withoutEmpty(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([, operations]) => operations.length > 0))
}

function leafKey({ section, pointer }: { section: string; pointer: string }): string {
  return JSON.stringify([section, pointer])
}
