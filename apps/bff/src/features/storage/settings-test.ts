import type { StorageTestError } from '@strata/api-types'
import { deepEqual, getAt, type JsonObject } from '@strata/json'
import PQueue from 'p-queue'
import { usesNodeRole } from '#bff/back-ends/node-role.ts'
import type { Context } from '#bff/context.ts'
import type { Store } from '#bff/couch/store.ts'
import { validationError } from '#bff/errors.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { subsystemLogger } from '#bff/logger.ts'
import { dottedPath } from '#bff/redaction/dotted-path.ts'
import { entriesOf } from './entries.ts'
import type { Place } from './place.ts'
import { withoutPrivate } from './signatures.ts'
import type { StorageTests } from './test/storage-tests.ts'

/** How many back-ends of one document are tested at once, and how long all of them may take (milliseconds). */
const atOnce = 4
const longest = 60_000

interface Write {
  readonly place: Place
  /** What is to be stored, and what is. */
  readonly fields: JsonObject
  readonly stored: JsonObject
  readonly request: ApiRequest
}

/**
 * Proves that files can be stored in the back-ends of a document that is about to be saved.
 * - those that are stored as they are, keys that begin with `_` apart, are not tested again
 * - an S3 back-end without keys is not tested, as it uses the role of the node that stores files; the log says so
 * - no test where the request asks for none (`validate_settings` false); that must be allowed by the system (category
 *   `system_data`, `allow_validation_overrides`)
 * Throws `invalid`, at `attachments.<id>` for each back-end that failed.
 */
export async function proveSettings(write: Write, tests: StorageTests, context: Context): Promise<void> {
  const { place, fields, stored, request } = write
  const warn = (details: object, message: string) => {
    const line = { request_id: request.id, account_id: place.accountId, document: place.id, ...details }
    subsystemLogger(context.logger, 'documents').warn(line, message)
  }
  if (!request.flag('validate_settings', true)) {
    await requireOverridesAllowed(context.store)
    return warn({}, 'back-ends are saved without a test')
  }
  const before = new Map(entriesOf(stored, 'attachments'))
  const isKnown = (id: string, entry: JsonObject) => {
    const known = before.get(id)
    return known !== undefined && deepEqual(withoutPrivate(entry), withoutPrivate(known))
  }
  const changed = entriesOf(fields, 'attachments').filter(([id, entry]) => !isKnown(id, entry))
  const untestable = changed.filter(([, entry]) => usesNodeRole(entry)).map(([id]) => id)
  if (untestable.length > 0)
    warn({ back_ends: untestable }, "back-ends that use the node's own role are saved untested")
  const failures = await failuresOf(
    changed.filter(([id]) => !untestable.includes(id)),
    place,
    tests,
  )
  if (failures.length > 0) throw validationError(Object.fromEntries(failures))
}

/** The errors of those that fail, by their paths. */
async function failuresOf(entries: [string, JsonObject][], place: Place, tests: StorageTests) {
  const queue = new PQueue({ concurrency: atOnce })
  const listener = { tell: () => undefined, signal: AbortSignal.timeout(longest) }
  const results = await queue.addAll(
    entries.map(([id, entry]) => async () => ({ id, error: await tests.backEnd(id, entry, place, listener) })),
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
