import type { ValidationErrors } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { mostTimesOver } from '@strata/storage-plan'
import type { Actor } from '#bff/auth/actor.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import type { DocumentWrite } from '#bff/documents/document-write.ts'
import { validationError } from '#bff/errors/app-error.ts'
import { layerErrors, validDocument } from './draft.ts'
import { withKeptSignatures } from './entries.ts'
import { exposedSecrets } from './exposed-secrets.ts'
import { requireWithinLimits } from './limits.ts'
import type { StoragePlace } from './place.ts'
import { saveForAccount } from './save-for-account.ts'
import { proveSettings } from './settings-test.ts'
import type { StorageContext } from './storage-context.ts'
import { storageDatabase } from './store.ts'

/** A document that somebody wants stored at a place. */
interface Save {
  readonly place: StoragePlace
  /** What is stored there. */
  readonly before: StoredDocument | undefined
  readonly draft: JsonObject
  /** False where it is to be saved without a test of its back-ends. */
  readonly isTested: boolean
}

/** Stores a draft whose secrets are put back. Throws `invalid`, and `conflict` when another write came between. */
export async function saveDocument(storage: StorageContext, actor: Actor, save: Save): Promise<StoredDocument> {
  const { place, before } = save
  const fields = withKeptSignatures(await checkedFields(storage, actor, save), before?.fields ?? {})
  return writeDocument(storage, place, { before, fields, actor })
}

/** What of a draft is stored over what is there. Throws `invalid`. */
export async function checkedFields(
  storage: StorageContext,
  actor: Actor,
  { place, before, draft, isTested }: Save,
): Promise<JsonObject> {
  requireWithinLimits(draft, before?.fields, mostTimesOver)
  const stored = before?.fields ?? {}
  const fields = await validDocument(storage, actor, { place, draft, stored })
  if (actor.redact && before !== undefined) refuse(exposedSecrets(before.fields, fields))
  if (place.type === 'storage') {
    const wasTested = await proveSettings(storage, actor, { place, fields, stored, isTested })
    // A back-end may take its time over the test: what lies below can be another plan by now.
    if (wasTested) refuse(await layerErrors(storage, actor, place, fields))
  }
  return fields
}

/** Writes fields as they are, for an owner who must still be there. */
export async function writeDocument(
  storage: StorageContext,
  place: StoragePlace,
  { before, ...given }: Pick<DocumentWrite, 'before' | 'fields' | 'settles' | 'actor'>,
): Promise<StoredDocument> {
  const { id, type, accountId, userId } = place
  const planned = before === undefined ? await plannedFields(storage, place) : {}
  const hidden = { ...privateFields(place), ...planned }
  const write: DocumentWrite = { database: storageDatabase, type, id, before, private: hidden, ...given }
  if (accountId === undefined) return storage.documents.save(write)
  return saveForAccount(storage, { accountId, userId }, write)
}

/** A new document of an account follows the plan that the account is meant to follow: it takes effect through it alone. */
async function plannedFields(
  { accounts }: StorageContext,
  { accountId, type, userId }: StoragePlace,
): Promise<JsonObject> {
  if (accountId === undefined || type !== 'storage' || userId !== undefined) return {}
  const planId = (await accounts.get(accountId))?.planId
  return planId === undefined ? {} : { plan_id: planId }
}

function privateFields({ type, accountId }: StoragePlace): JsonObject {
  return {
    ...(accountId === undefined ? {} : { account_id: accountId }),
    ...(type === 'storage_plan' ? { system_plan: accountId === undefined } : {}),
  }
}

function refuse(errors: ValidationErrors): void {
  if (Object.keys(errors).length > 0) throw validationError(errors)
}
