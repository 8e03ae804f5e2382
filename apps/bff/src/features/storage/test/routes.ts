import type { StorageTestLine } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { mostTimesOver } from '@strata/storage-plan'
import { type Actor, requireSession } from '#bff/auth/actor.ts'
import type { Access } from '#bff/auth/session.ts'
import type { Listener } from '#bff/back-ends/steps.ts'
import { testConnection } from '#bff/back-ends/test-connection.ts'
import { validationError } from '#bff/errors/app-error.ts'
import { usesNodeRole } from '#bff/features/storage/entries.ts'
import type { ApiRequest, Route } from '#bff/http/route.ts'
import { validDocument } from '../draft.ts'
import { entriesOf } from '../entries.ts'
import { exposedSecrets } from '../exposed-secrets.ts'
import { hidingSecrets } from '../hiding-secrets.ts'
import { requireWithinLimits } from '../limits.ts'
import { accountPlace, planPlace, type StoragePlace, systemPlace, userPlace } from '../place.ts'
import type { StorageContext } from '../storage-context.ts'
import { testStoredBackEnd } from './test-stored-back-end.ts'

type Scope = Extract<Access, { who: 'storage' }>['scope']
type PlaceOf = (request: ApiRequest) => StoragePlace | Promise<StoragePlace>

const account = '/console/accounts/:account_id'

const nodesOwnRole = 'This back-end uses the node’s own role: only a node can test it.'

/** Tests of one entry of a draft, step by step. Nothing is stored, so a read-only store does not mind. */
export function storageTestRoutes(storage: StorageContext): Route[] {
  const route = (path: string, scope: Scope, placeOf: PlaceOf): Route => ({
    method: 'POST',
    path,
    access: { who: 'storage', scope },
    storesNothing: true,
    handle: async (request) => {
      const place = await placeOf(request)
      const subject = subjectOf(request.data)
      const endTurn = storage.budget.begin(requireSession(request).accountId)
      try {
        const entry = await draftedEntry(storage, request, { place, subject, data: request.data })
        return {
          data: null,
          lines: async (send, signal) => {
            const tell = (line: StorageTestLine) => send(line)
            await tested(storage, { place, subject, entry }, { tell, signal }).finally(endTurn)
          },
        }
      } catch (error) {
        endTurn()
        throw error
      }
    },
  })

  return [
    route('/console/storage/test', 'system', () => systemPlace),
    route('/console/storage/plans/:plan_id/test', 'system', ({ params }) => planPlace(params.plan_id ?? '', undefined)),
    route(`${account}/storage/test`, 'account', ({ params }) => accountPlace(params.account_id ?? '')),
    route(`${account}/storage/plans/:plan_id/test`, 'reseller-plans', ({ params }) =>
      planPlace(params.plan_id ?? '', params.account_id),
    ),
    route(`${account}/users/:user_id/storage/test`, 'user', ({ params }) =>
      userPlace(params.account_id ?? '', params.user_id ?? '', storage.store),
    ),
  ]
}

async function tested(
  storage: StorageContext,
  { place, subject: { map, id }, entry }: { place: StoragePlace; subject: Subject; entry: JsonObject },
  listener: Listener,
): Promise<void> {
  if (map === 'attachments' && usesNodeRole(entry)) {
    return listener.tell({ result: 'untestable', message: nodesOwnRole })
  }
  const error = await (map === 'attachments'
    ? testStoredBackEnd(storage, { id, entry, place }, listener)
    : testConnection(entry, storage, listener))
  listener.tell(error === undefined ? { result: 'passed' } : { result: 'failed', error })
}

/** The entry as a save would store it: with its secrets put back, and valid by itself, whatever else the draft holds. */
async function draftedEntry(
  storage: StorageContext,
  actor: Actor,
  { place, subject, data }: { place: StoragePlace; subject: Subject; data: JsonValue },
): Promise<JsonObject> {
  const { map, id } = subject
  const stored = (await storage.stored.find(place))?.fields ?? {}
  const before = { [map]: Object.fromEntries(entriesOf(stored, map).filter(([name]) => name === id)) }
  return hidingSecrets(storage.storageRedactor, actor, async () => {
    const draft = { [map]: { [id]: draftEntry(data, subject) } }
    requireWithinLimits(draft, before)
    const restored = actor.redact ? restoredDraft(storage, draft, before) : draft
    requireWithinLimits(restored, before, mostTimesOver)
    const document = await validDocument(storage, actor, { place, draft: restored, stored: {} })
    const exposed = actor.redact ? exposedSecrets(before, document) : {}
    if (Object.keys(exposed).length > 0) throw validationError(exposed)
    return Object.fromEntries(entriesOf(document, map))[id] ?? {}
  })
}

function restoredDraft({ storageRedactor }: StorageContext, draft: JsonObject, before: JsonObject): JsonObject {
  const restored = storageRedactor.withoutCleared(storageRedactor.restore(draft, before, []), [])
  return isJsonObject(restored) ? restored : {}
}

interface Subject {
  readonly map: 'attachments' | 'connections'
  readonly id: string
}

/** Which entry is to be tested. Throws `invalid`. */
function subjectOf(data: JsonValue): Subject {
  const { attachment, connection } = isJsonObject(data) ? data : {}
  if (typeof attachment === 'string') return { map: 'attachments', id: attachment }
  if (typeof connection === 'string') return { map: 'connections', id: connection }
  const message = "Name the back-end ('attachment') or the connection ('connection') to test."
  throw validationError({ attachment: { required: { message } } })
}

function draftEntry(data: JsonValue, { map, id }: Subject): JsonObject {
  const { draft } = isJsonObject(data) ? data : {}
  const entry = isJsonObject(draft) ? Object.fromEntries(entriesOf(draft, map))[id] : undefined
  if (entry !== undefined) return entry
  throw validationError({ draft: { required: { message: `The draft has no entry '${id}' in its ${map}.` } } })
}
