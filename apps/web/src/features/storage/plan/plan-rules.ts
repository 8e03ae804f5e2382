import { type JsonObject, type JsonValue, setAt } from '@strata/json'
import {
  documentTypes,
  type KazooVersion,
  layeredStorage,
  type PlanClass,
  type PlanRule,
  type RuleReference,
  rulePartPointer,
  ruleReferences,
} from '@strata/storage-plan'
import { type EntryMap, objectAt, unsetAt } from '../document/document-parts.ts'

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

/** Where a rule names an entry of a map. */
export function referencePointer(rule: PlanRule, map: EntryMap): string {
  return rulePartPointer(rule, map === 'attachments' ? 'handler' : 'connection')
}

/** The places of a document's plan that send something to one of its back-ends or connections. */
export function referencesTo(document: JsonObject, map: EntryMap, id: string, version: KazooVersion): RuleReference[] {
  return ruleReferences(document, version).filter((reference) => reference.map === map && reference.id === id)
}

/** A document with a value at a pointer; undefined takes it away, and what has nothing left around it. */
export function withValueAt(document: JsonObject, pointer: string, value: JsonValue | undefined): JsonObject {
  return value === undefined ? unsetAt(document, pointer) : objectAt(setAt(document, pointer, value), '')
}

/** Types that have a row of their own in a class: the usual ones, and those that any of the plans has a rule for. */
export function typesIn(planClass: PlanClass, documents: readonly JsonObject[]): string[] {
  // Whatever layer rules a type, a row shows it: the system's are the ones that every class hears.
  const layers = documents.map((values) => ({ name: 'system' as const, values }))
  return documentTypes(layeredStorage(layers), planClass)
}
