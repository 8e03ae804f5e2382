import { deepEqual, getAt, isJsonObject, type JsonObject, type JsonValue, removeAt, setAt } from '@strata/json'
import { isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import { isSecretMarker } from '@strata/layered-config'
import { isRecord, type KeptDraft, readDraft, withoutMarkers } from '#web/lib/draft/kept-drafts.ts'
import { mergeLeaves } from '#web/lib/draft/merge-leaves.ts'
import { changedPlaces } from './changed-places.ts'
import { objectAt } from './document-parts.ts'

/** Unsaved changes of one storage document, as this browser keeps them. */
export interface KeptStorageDraft extends KeptDraft {
  /** The document that they were made against, and what it shall be. */
  readonly base: JsonObject
  readonly fields: JsonObject
  /** Pointers to where secrets were typed: their values are not kept. */
  readonly secrets: readonly string[]
}

/** What was taken up again. */
export interface RestoredStorage {
  readonly keptAt: number
  /** The stored document is another one than the changes were made against. */
  readonly isMoved: boolean
  /** How many changes stand. */
  readonly count: number
  readonly secrets: readonly string[]
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
  const kept = secrets.reduce((document, pointer) => withValue(document, pointer, getAt(base, pointer)), fields)
  return { fields: kept, secrets }
}

/** The kept changes on the document as it is now, and what is to be told of them; undefined where nothing is left. */
export function restoredOn(
  kept: KeptStorageDraft,
  stored: { readonly fields: JsonObject } | null,
): { fields: JsonObject; restored: RestoredStorage } | undefined {
  const current = stored?.fields ?? {}
  const { merged } = mergeLeaves(kept.base, kept.fields, current)
  const count = changedPlaces(current, merged).length
  if (count === 0 && kept.secrets.length === 0) return undefined
  const { keptAt, secrets } = kept
  const isMoved = !deepEqual(kept.base, current)
  return { fields: merged, restored: { keptAt, isMoved, count, secrets } }
}

function withValue(document: JsonObject, pointer: string, value: JsonValue | undefined): JsonObject {
  const next = isSecretMarker(value) ? setAt(document, pointer, value) : removeAt(document, pointer)
  return isJsonObject(next) ? next : document
}

function isStorageDraft(read: Record<string, unknown>): read is Record<string, unknown> & KeptStorageDraft {
  return (
    isRecord(read.base) &&
    isRecord(read.fields) &&
    !Array.isArray(read.base) &&
    !Array.isArray(read.fields) &&
    Array.isArray(read.secrets) &&
    read.secrets.every((pointer) => typeof pointer === 'string')
  )
}
