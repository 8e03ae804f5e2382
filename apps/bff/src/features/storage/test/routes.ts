import type { StorageTestLine } from '@strata/api-types'
import { isJsonObject, type JsonObject } from '@strata/json'
import { mostTimesOver } from '@strata/storage-plan'
import type { Access } from '#bff/auth/session.ts'
import { usesNodeRole } from '#bff/back-ends/node-role.ts'
import type { Listener } from '#bff/back-ends/steps.ts'
import type { Context } from '#bff/context.ts'
import { validationError } from '#bff/errors/app-error.ts'
import { requireSession } from '#bff/http/require-session.ts'
import type { ApiRequest, Route } from '#bff/http/route.ts'
import { validDocument } from '../draft.ts'
import { entriesOf } from '../entries.ts'
import { exposedSecrets } from '../exposed-secrets.ts'
import { hidingSecrets } from '../hiding-secrets.ts'
import { requireWithinLimits } from '../limits.ts'
import { accountPlace, planPlace, type StoragePlace, systemPlace, userPlace } from '../place.ts'
import type { StorageStore } from '../store.ts'
import type { StorageTests } from './storage-tests.ts'
import type { TestBudget } from './test-budget.ts'

type Scope = Extract<Access, { who: 'storage' }>['scope']
type PlaceOf = (request: ApiRequest) => StoragePlace | Promise<StoragePlace>

const account = '/console/accounts/:account_id'

const nodesOwnRole = 'This back-end uses the node’s own role: only a node can test it.'

interface EntryTestTools {
  readonly store: StorageStore
  readonly tests: StorageTests
  readonly budget: TestBudget
}

/** Tests of one entry of a draft, step by step. Nothing is stored, so a read-only store does not mind. */
export function storageTestRoutes(context: Context, { store, tests, budget }: EntryTestTools): Route[] {
  const route = (path: string, scope: Scope, placeOf: PlaceOf): Route => ({
    method: 'POST',
    path,
    access: { who: 'storage', scope },
    storesNothing: true,
    handle: async (request) => {
      const place = await placeOf(request)
      const subject = subjectOf(request)
      const endTurn = budget.begin(requireSession(request).accountId)
      try {
        const entry = await draftedEntry(place, request, subject)
        return {
          data: null,
          lines: async (send, signal) => {
            const tell = (line: StorageTestLine) => send(line)
            await tested(subject, entry, place, { tell, signal }).finally(endTurn)
          },
        }
      } catch (error) {
        endTurn()
        throw error
      }
    },
  })

  async function tested(
    { map, id }: Subject,
    entry: JsonObject,
    place: StoragePlace,
    listener: Listener,
  ): Promise<void> {
    if (map === 'attachments' && usesNodeRole(entry)) {
      return listener.tell({ result: 'untestable', message: nodesOwnRole })
    }
    const error = await (map === 'attachments'
      ? tests.backEnd(id, entry, place, listener)
      : tests.connection(entry, listener))
    listener.tell(error === undefined ? { result: 'passed' } : { result: 'failed', error })
  }

  /** The entry as a save would store it: with its secrets put back, and valid by itself, whatever else the draft holds. */
  async function draftedEntry(place: StoragePlace, request: ApiRequest, { map, id }: Subject): Promise<JsonObject> {
    const stored = (await store.find(place))?.fields ?? {}
    const before = { [map]: Object.fromEntries(entriesOf(stored, map).filter(([name]) => name === id)) }
    return hidingSecrets(request, context.storageRedactor, async () => {
      const draft = { [map]: { [id]: draftEntry(request, { map, id }) } }
      requireWithinLimits(draft, before)
      const restored = request.redact ? restoredDraft(draft, before) : draft
      requireWithinLimits(restored, before, mostTimesOver)
      const document = await validDocument({ place, draft: restored, stored: {} }, request, context, store)
      const exposed = request.redact ? exposedSecrets(before, document) : {}
      if (Object.keys(exposed).length > 0) throw validationError(exposed)
      return Object.fromEntries(entriesOf(document, map))[id] ?? {}
    })
  }

  function restoredDraft(draft: JsonObject, before: JsonObject): JsonObject {
    const { storageRedactor } = context
    const restored = storageRedactor.withoutCleared(storageRedactor.restore(draft, before, []), [])
    return isJsonObject(restored) ? restored : {}
  }

  return [
    route('/console/storage/test', 'system', () => systemPlace),
    route('/console/storage/plans/:plan_id/test', 'system', ({ params }) => planPlace(params.plan_id ?? '', undefined)),
    route(`${account}/storage/test`, 'account', ({ params }) => accountPlace(params.account_id ?? '')),
    route(`${account}/storage/plans/:plan_id/test`, 'reseller-plans', ({ params }) =>
      planPlace(params.plan_id ?? '', params.account_id),
    ),
    route(`${account}/users/:user_id/storage/test`, 'user', ({ params }) =>
      userPlace(params.account_id ?? '', params.user_id ?? '', context.store),
    ),
  ]
}

interface Subject {
  readonly map: 'attachments' | 'connections'
  readonly id: string
}

/** Which entry is to be tested. Throws `invalid`. */
function subjectOf({ data }: ApiRequest): Subject {
  const { attachment, connection } = isJsonObject(data) ? data : {}
  if (typeof attachment === 'string') return { map: 'attachments', id: attachment }
  if (typeof connection === 'string') return { map: 'connections', id: connection }
  const message = "Name the back-end ('attachment') or the connection ('connection') to test."
  throw validationError({ attachment: { required: { message } } })
}

function draftEntry({ data }: ApiRequest, { map, id }: Subject): JsonObject {
  const { draft } = isJsonObject(data) ? data : {}
  const entry = isJsonObject(draft) ? Object.fromEntries(entriesOf(draft, map))[id] : undefined
  if (entry !== undefined) return entry
  throw validationError({ draft: { required: { message: `The draft has no entry '${id}' in its ${map}.` } } })
}
