import type { StorageTestError } from '@strata/api-types'
import { deepEqual, getAt, type JsonObject } from '@strata/json'
import { testedPart } from '@strata/storage-plan'
import PQueue from 'p-queue'
import { type Actor, requireSession } from '#bff/auth/actor.ts'
import type { Store } from '#bff/couch/store.ts'
import { validationError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { usesNodeRole } from '#bff/features/storage/entries.ts'
import { subsystemLogger } from '#bff/logging/logger.ts'
import { asSaved } from './draft.ts'
import { entriesOf } from './entries.ts'
import type { StoragePlace } from './place.ts'
import type { StorageContext } from './storage-context.ts'
import { testStoredBackEnd } from './test/test-stored-back-end.ts'

/** How many back-ends of one document are tested at once. */
const atOnce = 4

interface Write {
  readonly place: StoragePlace
  /** What is to be stored, and what is. */
  readonly fields: JsonObject
  readonly stored: JsonObject
  /** False where it is to be saved without a test. */
  readonly isTested: boolean
}

/**
 * Proves that files can be stored in the back-ends of a document that is about to be saved.
 * - those that are stored as they are, or would be if they were saved once more, are not tested again; their names and
 *   keys that begin with `_` do not count
 * - an S3 back-end without keys is not tested, as it uses the role of the node that stores files; the log says so
 * - no test where none is asked for (`isTested` false); that must be allowed by the system (category `system_data`,
 *   `allow_validation_overrides`)
 * Gives whether any was tested.
 * Throws `invalid`, at `attachments.<id>` for each back-end that failed, and `too-many` when others are tested for so
 * long that its turn does not come.
 */
export async function proveSettings(storage: StorageContext, actor: Actor, write: Write): Promise<boolean> {
  const { place, isTested } = write
  const warn = (details: object, message: string) => {
    const line = { request_id: actor.requestId, account_id: place.accountId, document: place.id, ...details }
    subsystemLogger(storage.logger, 'documents').warn(line, message)
  }
  if (!isTested) {
    await requireOverridesAllowed(storage.store)
    warn({}, 'back-ends are saved without a test')
    return false
  }
  const changed = await changedBackEnds(storage, write)
  const untestable = changed.filter(([, entry]) => usesNodeRole(entry)).map(([id]) => id)
  if (untestable.length > 0)
    warn({ back_ends: untestable }, "back-ends that use the node's own role are saved untested")
  const testable = changed.filter(([id]) => !untestable.includes(id))
  const failures = await failuresOf(storage, actor, place, testable)
  if (failures.length > 0) throw validationError(Object.fromEntries(failures))
  return testable.length > 0
}

/** Documents that KAZOO or a client wrote may lack what each save fills in: what is stored is compared as if saved. */
async function changedBackEnds(storage: StorageContext, { fields, stored }: Write): Promise<[string, JsonObject][]> {
  const before = new Map(entriesOf(stored, 'attachments'))
  const isSame = (entry: JsonObject, other: JsonObject) => deepEqual(testedPart(entry), testedPart(other))
  const isKnown = async (id: string, entry: JsonObject, known: JsonObject | undefined) =>
    known !== undefined && (isSame(entry, known) || isSame(entry, await asSaved(storage, id, known)))
  const entries = await Promise.all(
    entriesOf(fields, 'attachments').map(
      async ([id, entry]): Promise<[string, JsonObject][]> =>
        (await isKnown(id, entry, before.get(id))) ? [] : [[id, entry]],
    ),
  )
  return entries.flat()
}

/** The errors of those that fail, by their paths. */
async function failuresOf(
  storage: StorageContext,
  actor: Actor,
  place: StoragePlace,
  entries: [string, JsonObject][],
): Promise<[string, Record<string, JsonObject>][]> {
  const { accountId } = requireSession(actor)
  const queue = new PQueue({ concurrency: atOnce })
  const listener = { tell: () => undefined, signal: AbortSignal.timeout(storage.outside.saveMs) }
  const test = async (id: string, entry: JsonObject) => {
    const endTurn = await storage.budget.waitFor(accountId, listener.signal)
    return { id, error: await testStoredBackEnd(storage, { id, entry, place }, listener).finally(endTurn) }
  }
  const results = await queue.addAll(
    entries.map(
      ([id, entry]) =>
        () =>
          test(id, entry),
    ),
  )
  return results.flatMap(({ id, error }) =>
    error === undefined ? [] : [[dottedPath(['attachments', id]), invalid(error)] as const],
  )
}

function invalid(error: StorageTestError): Record<string, JsonObject> {
  return { invalid: error }
}

/** Whether the system lets back-ends be saved untested (category `system_data`, `allow_validation_overrides`). */
export async function maySaveUntested(store: Store): Promise<boolean> {
  const settings = await store.database('system_config').get('system_data')
  const allowed = getAt(settings?.fields, '/default/allow_validation_overrides')
  return allowed === true || allowed === 'true'
}

async function requireOverridesAllowed(store: Store): Promise<void> {
  if (await maySaveUntested(store)) return
  throw validationError({
    validate_settings: { forbidden: { message: 'This system does not allow saving without a test of the settings.' } },
  })
}
