import { deepEqual, getAt, isJsonObject, type JsonObject, type JsonValue, removeAt, setAt } from '@strata/json'
import { isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import { isSecretMarker, storedChanges } from '@strata/layered-config'
import type { DraftRules, RebasedWork } from '#web/lib/draft/draft.ts'
import { type History, step } from '#web/lib/draft/history.ts'
import { isRecord, type KeptDraft, readDraft, withoutMarkers } from '#web/lib/draft/kept-drafts.ts'
import { mergeLeaves } from '#web/lib/draft/merge-leaves.ts'
import type { StoredStorage } from '../api/storage-document.ts'
import { changedPlaces } from './changed-places.ts'
import { type EntryMap, objectAt, unsetAt } from './document-parts.ts'

/** Unsaved changes of one storage document, as this browser keeps them. */
export interface KeptStorageDraft extends KeptDraft {
  /** The document that they were made against, and what it shall be. */
  readonly base: JsonObject
  readonly fields: JsonObject
}

/**
 * How a storage document is drafted: as the fields that it shall have.
 * - what was deleted meanwhile is made anew as it was drafted, but for its stored secrets, which are gone with it
 */
export const storageRules: DraftRules<StoredStorage | null, JsonObject, KeptStorageDraft> = {
  revisionOf: (stored) => stored?.revision ?? null,
  untouched: fieldsOf,
  count: (stored, fields) => changedPlaces(fieldsOf(stored), fields).length,
  document: (_, fields) => fields,
  rebase: (fields, from, onto) => merged(fieldsOf(from), fields, onto),
  keep: (stored, fields) => ({ base: fieldsOf(stored), ...withoutTypedSecrets(fieldsOf(stored), fields) }),
  read: keptStorage,
  restore: ({ base, fields }, onto) => merged(base, fields, onto),
}

/** The next step of a draft; changes of the same leaves in a row are one. */
export function changedFields(
  history: History<JsonObject>,
  update: (fields: JsonObject) => JsonObject,
): History<JsonObject> {
  const next = update(history.now)
  const leaves = storedChanges({ fields: history.now }, { fields: next }).map(({ pointer }) => pointer)
  return leaves.length === 0 ? history : step(history, next, leaves.join(' '))
}

/** What was kept, unless it is too old or not to be understood. */
export function keptStorage(key: string, now: number): KeptStorageDraft | undefined {
  return readDraft(key, now, isStorageDraft)
}

/**
 * The fields of a draft without the secrets that were typed, and where they were.
 * - where one was typed, what the base has there stands again: the marker of a stored secret, or nothing
 * - so it is with an address that is shown: what was typed into it stays unless it holds a secret
 */
export function withoutTypedSecrets(
  base: JsonObject,
  fields: JsonObject,
): Pick<KeptStorageDraft, 'fields' | 'secrets'> {
  const secrets = secretLeaves(objectAt(withoutMarkers(fields), ''), isStorageSecret)
  // From the end: where one of a list goes, those behind it move up.
  const kept = secrets.reduceRight((document, pointer) => withValue(document, pointer, getAt(base, pointer)), fields)
  return { fields: kept, secrets }
}

const nothing: JsonObject = {}

const entryMaps: readonly EntryMap[] = ['attachments', 'connections']

function fieldsOf(stored: StoredStorage | null): JsonObject {
  return stored?.fields ?? nothing
}

/** A map goes with its last entry, but an entry is told by itself, and stands beside what others do to another one. */
function merged(base: JsonObject, fields: JsonObject, onto: StoredStorage | null): RebasedWork<JsonObject> {
  if (onto === null) return { work: withoutStoredSecrets(fields), overlaps: [] }
  const theirs = fieldsOf(onto)
  const gone = entryMaps.filter((map) => isJsonObject(base[map]) && theirs[map] === undefined)
  const emptied = Object.fromEntries(gone.map((map) => [map, nothing]))
  const { merged: whole, conflicts } = mergeLeaves(base, fields, { ...theirs, ...emptied })
  const work = gone.reduce((left, map) => (deepEqual(left[map], nothing) ? unsetAt(left, `/${map}`) : left), whole)
  return { work, overlaps: conflicts }
}

function withoutStoredSecrets(fields: JsonObject): JsonObject {
  const left: unknown = JSON.parse(
    JSON.stringify(fields, (_, part: JsonValue) => (isSecretMarker(part) ? undefined : part)),
  )
  return isJsonObject(left) ? left : {}
}

function withValue(document: JsonObject, pointer: string, value: JsonValue | undefined): JsonObject {
  const next = isSecretMarker(value) ? setAt(document, pointer, value) : removeAt(document, pointer)
  return isJsonObject(next) ? next : document
}

function isStorageDraft(read: Record<string, unknown>): read is Record<string, unknown> & KeptStorageDraft {
  return [read.base, read.fields].every((document) => isRecord(document) && !Array.isArray(document))
}
