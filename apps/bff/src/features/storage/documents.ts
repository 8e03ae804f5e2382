import type { DocumentVersions } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { mergePatch } from '@strata/layered-config'
import { type Actor, requireSession } from '#bff/auth/actor.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { chosenVersion, parseVersionChoice, showVersions } from '#bff/documents/versions.ts'
import { badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { publicMembers } from '#bff/http/request.ts'
import { withKeptSignatures } from './entries.ts'
import { hidingSecrets } from './hiding-secrets.ts'
import { requireWithinLimits } from './limits.ts'
import type { StoragePlace } from './place.ts'
import { requireUnused } from './plans/touched-accounts.ts'
import { checkedFields, saveDocument, writeDocument } from './save-document.ts'
import type { StorageContext } from './storage-context.ts'
import { storageDatabase } from './store.ts'

/** Reads and writes of one storage document or plan, as KAZOO's `cb_storage` does them. */

/** What a write was sent, and what it insists on. */
export interface Sent {
  readonly data: JsonValue
  readonly ifMatch: string | undefined
  /** False where it is to be saved without a test of its back-ends. */
  readonly isTested: boolean
}

/** Throws `not-found`. */
export async function readDocument({ stored }: StorageContext, place: StoragePlace): Promise<StoredDocument> {
  const document = await stored.find(place)
  if (document === undefined) throw badIdentifier(place.id)
  return document
}

/** Throws `invalid`, and `conflict` when there is one already. */
export async function createDocument(
  storage: StorageContext,
  actor: Actor,
  place: StoragePlace,
  { data, ifMatch, isTested }: Sent,
): Promise<StoredDocument> {
  return hidingSecrets(storage.storageRedactor, actor, async () => {
    requireMatch({ ifMatch }, undefined)
    const draft = restoredWhole(storage, actor, data, undefined)
    return saveDocument(storage, actor, { place, before: undefined, draft, isTested })
  })
}

/**
 * Replaces the public fields.
 * Throws `not-found`, `precondition-failed`, `invalid`, and `conflict` when another write came between.
 */
export async function replaceDocument(
  storage: StorageContext,
  actor: Actor,
  place: StoragePlace,
  { data, ifMatch, isTested }: Sent,
): Promise<StoredDocument> {
  return hidingSecrets(storage.storageRedactor, actor, async () => {
    const before = await readDocument(storage, place)
    requireMatch({ ifMatch }, before.revision)
    const draft = restoredWhole(storage, actor, data, before)
    return saveDocument(storage, actor, { place, before, draft, isTested })
  })
}

/**
 * Merges what was sent onto what is stored: `null` removes a key, `{}` replaces. Repeated on the fresh document when
 * another write came between.
 * Throws `not-found`, `precondition-failed` and `invalid`.
 */
export async function patchDocument(
  storage: StorageContext,
  actor: Actor,
  place: StoragePlace,
  { data, ifMatch, isTested }: Sent,
): Promise<StoredDocument> {
  const patch = async () => {
    const before = await readDocument(storage, place)
    requireMatch({ ifMatch }, before.revision)
    const draft = mergePatch(before.fields, restoredFields(storage, actor, data, before))
    return saveDocument(storage, actor, { place, before, draft, isTested })
  }
  return hidingSecrets(storage.storageRedactor, actor, () => storage.patchTurns.repeatedOnConflict(place.id, patch))
}

/**
 * Gives the document as it was; with `onlyUnused` only where no account goes by it.
 * Throws `not-found`, `precondition-failed`, and `conflict` when another write came between or accounts go by it.
 */
export async function removeDocument(
  storage: StorageContext,
  actor: Actor,
  place: StoragePlace,
  { ifMatch, onlyUnused }: Pick<Sent, 'ifMatch'> & { onlyUnused: boolean },
): Promise<StoredDocument> {
  const before = await readDocument(storage, place)
  requireMatch({ ifMatch }, before.revision)
  if (onlyUnused) await requireUnused(storage, actor, place)
  await storage.documents.remove(storageDatabase, before, actor)
  return before
}

/** What the document says in each version that CouchDB keeps of it. Throws `not-found`. */
export async function readDocumentVersions(
  storage: StorageContext,
  { redact }: Actor,
  place: StoragePlace,
): Promise<DocumentVersions> {
  const document = await readDocument(storage, place)
  const show = (fields: JsonObject) => (redact ? asObject(storage.storageRedactor.redact(fields, [])) : fields)
  return showVersions(await storage.stored.versions(place, document), document, show)
}

/**
 * Keeps one version and removes the others. Whoever is no superduper admin may keep the one that is read, and any that
 * they could save themselves.
 * Throws `not-found`, `precondition-failed`, `invalid`, and `conflict` where the versions are others than were shown.
 */
export async function settleDocument(
  storage: StorageContext,
  actor: Actor,
  place: StoragePlace,
  { data, ifMatch, isTested }: Sent,
): Promise<StoredDocument> {
  return hidingSecrets(storage.storageRedactor, actor, async () => {
    const choice = parseVersionChoice(data)
    const before = await readDocument(storage, place)
    requireMatch({ ifMatch }, before.revision)
    const kept = chosenVersion(choice, before, await storage.stored.versions(place, before))
    let { fields } = kept
    if (kept !== before && !requireSession(actor).isSuperduperAdmin) {
      requireWithinLimits(fields, before.fields)
      fields = withKeptSignatures(
        await checkedFields(storage, actor, { place, before, draft: fields, isTested }),
        kept.fields,
      )
    }
    return writeDocument(storage, place, { before, fields, settles: true, actor })
  })
}

/** The public fields that were sent, with the secrets that they leave hidden put back. */
function restoredFields(
  { storageRedactor }: StorageContext,
  { redact }: Actor,
  data: JsonValue,
  before: StoredDocument | undefined,
): JsonObject {
  const fields = publicMembers(asObject(data))
  requireWithinLimits(fields, before?.fields)
  return redact ? asObject(storageRedactor.restore(fields, before?.fields, [])) : fields
}

/** The same of a whole document. */
function restoredWhole(
  storage: StorageContext,
  actor: Actor,
  data: JsonValue,
  before: StoredDocument | undefined,
): JsonObject {
  const fields = restoredFields(storage, actor, data, before)
  return actor.redact ? asObject(storage.storageRedactor.withoutCleared(fields, [])) : fields
}

function asObject(data: JsonValue): JsonObject {
  if (isJsonObject(data)) return data
  throw validationError({
    '': { type: { message: 'The value is not of type(s): object.', target: 'object', value: data } },
  })
}
