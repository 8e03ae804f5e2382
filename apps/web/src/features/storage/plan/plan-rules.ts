import { type JsonObject, type JsonValue, setAt } from '@strata/json'
import {
  documentTypes,
  type KazooVersion,
  layeredStorage,
  type PlanClass,
  type PlanRule,
  planRules,
  rulePointer as pointerOf,
  type RuleCondition,
  ruleReferences,
} from '@strata/storage-plan'
import { type EntryMap, objectAt, unsetAt } from '../document/document-parts.ts'

/** What one part of a plan is about: a class of databases, or one type of documents in it. */
export interface RulePlace {
  readonly databaseClass: string
  /** Undefined for everything in the class that no type's own rule sends elsewhere. */
  readonly type: string | undefined
  /** Of a rule of KAZOO 5 that stands within that one. */
  readonly condition?: RuleCondition | undefined
}

/** The classes that have words: those that some schema of KAZOO's lets a plan rule (`yodb`: that of KAZOO 5). */
export const databaseClasses = [
  'modb',
  'account',
  'yodb',
  'system',
  'aggregate',
] as const satisfies readonly PlanClass[]

/** Document types that have their own words. */
export const knownTypes = [
  'mailbox_message',
  'call_recording',
  'fax',
  'media',
  'private_media',
  'function',
  'system_media',
  'faxes',
  'functions',
] as const

export function rulePointer({ databaseClass, type, condition }: RulePlace): string {
  return pointerOf({ planClass: databaseClass, type, condition })
}

/** A rule as its place is told here. */
export function toRulePlace({ planClass, type, condition }: PlanRule): RulePlace {
  return { databaseClass: planClass, type, ...(condition === undefined ? {} : { condition }) }
}

/** Every rule of a document's plan: each class, and each type in it. */
export function rulesIn(document: JsonObject): RulePlace[] {
  return planRules(document).map(toRulePlace)
}

/** Where a rule names an entry of a map. */
export function referencePointer(rule: RulePlace, map: EntryMap): string {
  return rulePointer(rule) + (map === 'attachments' ? '/attachments/handler' : '/connection')
}

/** A rule, and the place where it names something. */
export interface NamingRule extends RulePlace {
  readonly pointer: string
}

/** The rules of a document that send something to one of its back-ends or connections. */
export function rulesNaming(document: JsonObject, map: EntryMap, id: string, version: KazooVersion): NamingRule[] {
  return ruleReferences(document, version).flatMap((reference) =>
    reference.map === map && reference.id === id
      ? [{ ...toRulePlace(reference.rule), pointer: reference.pointer }]
      : [],
  )
}

/** A document with a value at a pointer; undefined takes it away, and what has nothing left around it. */
export function withValueAt(document: JsonObject, pointer: string, value: JsonValue | undefined): JsonObject {
  return value === undefined ? unsetAt(document, pointer) : objectAt(setAt(document, pointer, value), '')
}

/** Types that have a row of their own in a class: the usual ones, and those that any of the plans has a rule for. */
export function typesIn(databaseClass: (typeof databaseClasses)[number], documents: readonly JsonObject[]): string[] {
  // Whatever layer rules a type, a row shows it: the system's are the ones that every class hears.
  const layers = documents.map((values) => ({ name: 'system' as const, values }))
  return documentTypes(layeredStorage(layers), databaseClass)
}
