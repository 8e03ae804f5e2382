import type { StorageTestError } from '@strata/api-types'
import { deepEqual, getAt, type JsonObject } from '@strata/json'
import PQueue from 'p-queue'
import { usesNodeRole } from '#bff/back-ends/node-role.ts'
import type { Context } from '#bff/context.ts'
import type { Store } from '#bff/couch/store.ts'
import { validationError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { requireSession } from '#bff/http/require-session.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { subsystemLogger } from '#bff/logging/logger.ts'
import { asSaved } from './draft.ts'
import { entriesOf } from './entries.ts'
import type { StoragePlace } from './place.ts'
import { withoutPrivate } from './signatures.ts'
import type { StorageTests } from './test/storage-tests.ts'
import type { TestBudget } from './test/test-budget.ts'

/** How many back-ends of one document are tested at once. */
const atOnce = 4

interface Write {
  readonly place: StoragePlace
  /** What is to be stored, and what is. */
  readonly fields: JsonObject
  readonly stored: JsonObject
  readonly request: ApiRequest
}

interface Means {
  readonly tests: StorageTests
  readonly budget: TestBudget
  readonly context: Context
}

/**
 * Proves that files can be stored in the back-ends of a document that is about to be saved.
 * - those that are stored as they are, or would be if they were saved once more, are not tested again; keys that begin
 *   with `_` do not count
 * - an S3 back-end without keys is not tested, as it uses the role of the node that stores files; the log says so
 * - no test where the request asks for none (`validate_settings` false); that must be allowed by the system (category
 *   `system_data`, `allow_validation_overrides`)
 * Gives whether any was tested.
 * Throws `invalid`, at `attachments.<id>` for each back-end that failed, and `too-many` when others are tested for so
 * long that its turn does not come.
 */
export async function proveSettings(write: Write, means: Means): Promise<boolean> {
  const { place, request } = write
  const { context } = means
  const warn = (details: object, message: string) => {
    const line = { request_id: request.requestId, account_id: place.accountId, document: place.id, ...details }
    subsystemLogger(context.logger, 'documents').warn(line, message)
  }
  if (!request.flag('validate_settings', true)) {
    await requireOverridesAllowed(context.store)
    warn({}, 'back-ends are saved without a test')
    return false
  }
  const changed = await changedBackEnds(write, context)
  const untestable = changed.filter(([, entry]) => usesNodeRole(entry)).map(([id]) => id)
  if (untestable.length > 0)
    warn({ back_ends: untestable }, "back-ends that use the node's own role are saved untested")
  const testable = changed.filter(([id]) => !untestable.includes(id))
  const failures = await failuresOf(testable, write, means)
  if (failures.length > 0) throw validationError(Object.fromEntries(failures))
  return testable.length > 0
}

/** Documents that KAZOO or a client wrote may lack what each save fills in: what is stored is compared as if saved. */
async function changedBackEnds({ fields, stored }: Write, context: Context): Promise<[string, JsonObject][]> {
  const before = new Map(entriesOf(stored, 'attachments'))
  const isSame = (entry: JsonObject, other: JsonObject) => deepEqual(withoutPrivate(entry), withoutPrivate(other))
  const isKnown = async (id: string, entry: JsonObject, known: JsonObject | undefined) =>
    known !== undefined && (isSame(entry, known) || isSame(entry, await asSaved(id, known, context)))
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
  entries: [string, JsonObject][],
  { place, request }: Write,
  { tests, budget, context }: Means,
): Promise<[string, Record<string, JsonObject>][]> {
  const { accountId } = requireSession(request)
  const queue = new PQueue({ concurrency: atOnce })
  const listener = { tell: () => undefined, signal: AbortSignal.timeout(context.outside.saveMs) }
  const test = async (id: string, entry: JsonObject) => {
    const endTurn = await budget.waitFor(accountId, listener.signal)
    return { id, error: await tests.backEnd(id, entry, place, listener).finally(endTurn) }
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
