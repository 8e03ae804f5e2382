import type { DocumentVersions, ValidationErrors } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { mergePatch } from '@strata/layered-config'
import { mostTimesOver } from '@strata/storage-plan'
import type { Context } from '#bff/context.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import type { DocumentWrite } from '#bff/documents/document-write.ts'
import { createTurns } from '#bff/documents/turns.ts'
import { chosenVersion, parseVersionChoice, showVersions } from '#bff/documents/versions.ts'
import { badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { publicMembers } from '#bff/http/public-members.ts'
import { requireSession } from '#bff/http/require-session.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { layerErrors, validDocument } from './draft.ts'
import { exposedSecrets } from './exposed-secrets.ts'
import { hidingSecrets } from './hiding-secrets.ts'
import { requireWithinLimits } from './limits.ts'
import type { StoragePlace } from './place.ts'
import { requireUnused } from './plans/require-unused.ts'
import { saveForAccount } from './save-for-account.ts'
import { proveSettings } from './settings-test.ts'
import { withKeptSignatures } from './signatures.ts'
import { type StorageStore, storageDatabase } from './store.ts'
import type { StorageTests } from './test/storage-tests.ts'
import type { TestBudget } from './test/test-budget.ts'

/** Reads and writes of one storage document or plan, as KAZOO's `cb_storage` does them. */
export interface StorageService {
  /** Throws `not-found`. */
  read(place: StoragePlace): Promise<StoredDocument>
  /** Throws `invalid`, and `conflict` when there is one already. */
  create(place: StoragePlace, request: ApiRequest): Promise<StoredDocument>
  /**
   * Replaces the public fields.
   * Throws `not-found`, `precondition-failed`, `invalid`, and `conflict` when another write came between.
   */
  replace(place: StoragePlace, request: ApiRequest): Promise<StoredDocument>
  /**
   * Merges the request onto what is stored: `null` removes a key, `{}` replaces. Repeated on the fresh document when
   * another write came between.
   * Throws `not-found`, `precondition-failed` and `invalid`.
   */
  patch(place: StoragePlace, request: ApiRequest): Promise<StoredDocument>
  /**
   * Gives the document as it was.
   * Throws `not-found`, `precondition-failed`, and `conflict` when another write came between.
   */
  remove(place: StoragePlace, request: ApiRequest): Promise<StoredDocument>
  /** The same, where no account goes by the document or the request says `force`. Throws `conflict` otherwise. */
  removeUnused(place: StoragePlace, request: ApiRequest): Promise<StoredDocument>
  /** What the document says in each version that CouchDB keeps of it. Throws `not-found`. */
  versions(place: StoragePlace, request: ApiRequest): Promise<DocumentVersions>
  /**
   * Keeps one version and removes the others. Whoever is no superduper admin may keep the one that is read, and any that
   * they could save themselves.
   * Throws `not-found`, `precondition-failed`, `invalid`, and `conflict` where the versions are others than were shown.
   */
  settle(place: StoragePlace, request: ApiRequest): Promise<StoredDocument>
}

interface StorageTools {
  readonly store: StorageStore
  readonly tests: StorageTests
  readonly budget: TestBudget
}

export function createStorageService(context: Context, { store, tests, budget }: StorageTools): StorageService {
  const { documents, storageRedactor } = context
  const turns = createTurns()

  async function read(place: StoragePlace): Promise<StoredDocument> {
    const document = await store.find(place)
    if (document === undefined) throw badIdentifier(place.id)
    return document
  }

  /** The body's public fields, with the secrets that it leaves hidden put back. */
  function sent(request: ApiRequest, before: StoredDocument | undefined): JsonObject {
    const fields = publicMembers(asObject(request.data))
    requireWithinLimits(fields, before?.fields)
    return request.redact ? asObject(storageRedactor.restore(fields, before?.fields, [])) : fields
  }

  function sentWhole(request: ApiRequest, before: StoredDocument | undefined): JsonObject {
    const fields = sent(request, before)
    return request.redact ? asObject(storageRedactor.withoutCleared(fields, [])) : fields
  }

  /** A new document of an account follows the plan that the account is meant to follow: it takes effect through it alone. */
  async function plannedFields({ accountId, type, userId }: StoragePlace): Promise<JsonObject> {
    if (accountId === undefined || type !== 'storage' || userId !== undefined) return {}
    const planId = (await context.accounts.get(accountId))?.planId
    return planId === undefined ? {} : { plan_id: planId }
  }

  /** What of a draft is stored over what is there. Throws `invalid`. */
  async function checked(
    place: StoragePlace,
    before: StoredDocument | undefined,
    draft: JsonObject,
    request: ApiRequest,
  ): Promise<JsonObject> {
    requireWithinLimits(draft, before?.fields, mostTimesOver)
    const stored = before?.fields ?? {}
    const fields = await validDocument({ place, draft, stored }, request, context, store)
    if (request.redact && before !== undefined) refuse(exposedSecrets(before.fields, fields))
    if (place.type === 'storage') {
      const isTested = await proveSettings({ place, fields, stored, request }, { tests, budget, context })
      // A back-end may take its time over the test: what lies below can be another plan by now.
      if (isTested) refuse(await layerErrors(place, fields, request, context, store))
    }
    return fields
  }

  async function write(
    { before, ...given }: Pick<DocumentWrite, 'before' | 'fields' | 'settles' | 'actor'>,
    place: StoragePlace,
  ): Promise<StoredDocument> {
    const { id, type, accountId, userId } = place
    const planned = before === undefined ? await plannedFields(place) : {}
    const hidden = { ...privateFields(place), ...planned }
    const whole: DocumentWrite = { database: storageDatabase, type, id, before, private: hidden, ...given }
    return accountId === undefined ? documents.save(whole) : saveForAccount({ accountId, userId }, whole, context)
  }

  async function save(
    place: StoragePlace,
    before: StoredDocument | undefined,
    draft: JsonObject,
    request: ApiRequest,
  ): Promise<StoredDocument> {
    const fields = await checked(place, before, draft, request)
    return write({ before, fields: withKeptSignatures(fields, before?.fields ?? {}), actor: request }, place)
  }

  /** As `write` stores it: a save by these people would have to hold. */
  async function keptFields(
    place: StoragePlace,
    before: StoredDocument,
    kept: StoredDocument,
    request: ApiRequest,
  ): Promise<JsonObject> {
    if (kept === before || requireSession(request).isSuperduperAdmin) return kept.fields
    requireWithinLimits(kept.fields, before.fields)
    return withKeptSignatures(await checked(place, before, kept.fields, request), kept.fields)
  }

  async function remove(
    place: StoragePlace,
    request: ApiRequest,
    requireMeant = async () => {},
  ): Promise<StoredDocument> {
    const before = await read(place)
    requireMatch(request, before.revision)
    await requireMeant()
    await documents.remove(storageDatabase, before, request)
    return before
  }

  return {
    read,
    create: (place, request) =>
      hidingSecrets(request, storageRedactor, async () => {
        requireMatch(request, undefined)
        return save(place, undefined, sentWhole(request, undefined), request)
      }),
    replace: (place, request) =>
      hidingSecrets(request, storageRedactor, async () => {
        const before = await read(place)
        requireMatch(request, before.revision)
        return save(place, before, sentWhole(request, before), request)
      }),
    patch: (place, request) =>
      hidingSecrets(request, storageRedactor, () =>
        turns.repeatedOnConflict(place.id, async () => {
          const before = await read(place)
          requireMatch(request, before.revision)
          return save(place, before, mergePatch(before.fields, sent(request, before)), request)
        }),
      ),
    remove: (place, request) => remove(place, request),
    removeUnused: (place, request) => remove(place, request, () => requireUnused(place, request, context, store)),
    async versions(place, request) {
      const document = await read(place)
      const show = (fields: JsonObject) => (request.redact ? asObject(storageRedactor.redact(fields, [])) : fields)
      return showVersions(await store.versions(place, document), document, show)
    },
    settle: (place, request) =>
      hidingSecrets(request, storageRedactor, async () => {
        const choice = parseVersionChoice(request.data)
        const before = await read(place)
        requireMatch(request, before.revision)
        const kept = chosenVersion(choice, before, await store.versions(place, before))
        return write(
          { before, fields: await keptFields(place, before, kept, request), settles: true, actor: request },
          place,
        )
      }),
  }
}

function asObject(data: JsonValue): JsonObject {
  if (isJsonObject(data)) return data
  throw validationError({
    '': { type: { message: 'The value is not of type(s): object.', target: 'object', value: data } },
  })
}

function refuse(errors: ValidationErrors): void {
  if (Object.keys(errors).length > 0) throw validationError(errors)
}

function privateFields({ type, accountId }: StoragePlace): JsonObject {
  return {
    ...(accountId === undefined ? {} : { account_id: accountId }),
    ...(type === 'storage_plan' ? { system_plan: accountId === undefined } : {}),
  }
}
