import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isMonth, type PlanClass, type PlanRule, planClasses } from '@strata/storage-plan'
import type { Actor } from '#bff/auth/actor.ts'
import { validationError } from '#bff/errors/app-error.ts'
import type { ApiRequest, Method, Route } from '#bff/http/route.ts'
import { requireWithinLimits } from '../limits.ts'
import { accountPlace } from '../place.ts'
import type { StorageContext } from '../storage-context.ts'
import { type Asked, askedOf, forbidden } from './asked.ts'
import { type Draft, userPlaceOf } from './route-layers.ts'
import { accountMap, accountRoute, databaseRoute } from './where-things-go.ts'

const account = '/console/accounts/:account_id/storage'

/** Largest draft: the documents of a cluster are a tenth of that. */
const maxBytes = 1_000_000

const longest = 256

/** Where documents and their files go, and who decided it: as stored, or as if a draft were. Nothing is stored here. */
export function storageWhereRoutes(storage: StorageContext): Route[] {
  /** GET answers for what is stored, POST for a draft. Who may ask depends on the user that the query names. */
  function questions(
    path: string,
    answer: (request: ApiRequest, asked: Asked, draft: Draft | undefined) => Promise<JsonObject>,
  ): Route[] {
    const route = (method: Method): Route => ({
      method,
      path,
      access: { who: 'authenticated' },
      storesNothing: true,
      maxBytes,
      async handle(request) {
        const about = { accountId: request.params.account_id ?? '', userId: optionalText(request, 'user') }
        const asked = await askedOf(storage, request, about)
        const draft = method === 'POST' ? await draftOf(storage, request, asked, request.data) : undefined
        return { data: await answer(request, asked, draft) }
      },
    })
    return [route('GET'), route('POST')]
  }

  return [
    ...questions(`${account}/route`, (request, asked, draft) =>
      accountRoute(storage, asked, { ...routeQuestion(request), month: optionalMonth(request) }, draft),
    ),
    ...questions(`${account}/routes`, (_, asked, draft) => accountMap(storage, asked, draft)),
    {
      method: 'GET',
      path: '/console/storage/route',
      access: { who: 'storage', scope: 'system' },
      async handle(request) {
        const database = requiredText(request, 'database', 'Name the database, plain or encoded.')
        return { data: await databaseRoute(storage, { database, type: optionalText(request, 'type') }) }
      },
    },
  ]
}

/**
 * The draft that was sent, with the secrets that it leaves hidden put back.
 * - it is not validated, except that it holds no more than a document may: what is wrong with it is what the answer tells
 * - whose it is: `draft_of`, else the user's when one is asked about, else the account's
 * Throws `invalid`, and `forbidden` where the caller may not read what the draft stands for.
 */
async function draftOf(storage: StorageContext, actor: Actor, asked: Asked, sent: JsonValue): Promise<Draft> {
  const data = isJsonObject(sent) ? sent : {}
  const document = data.draft
  if (!isJsonObject(document)) {
    const message = 'Send the storage document, an object, as draft.'
    throw validationError({ draft: { type: { message, target: 'object' } } })
  }
  const of = ownerOf(data.draft_of, asked)
  if (!asked.mayRead(of)) throw forbidden()
  const stored = await storage.stored.find(
    of === 'user' && asked.user ? userPlaceOf(asked.user) : accountPlace(asked.account.id),
  )
  requireWithinLimits(document, stored?.fields)
  return { of, document: actor.redact ? restored(storage, document, stored?.fields) : document }
}

function ownerOf(value: JsonValue | undefined, { user }: Asked): Draft['of'] {
  if (value === undefined) return user === undefined ? 'account' : 'user'
  if (value === 'account' || (value === 'user' && user !== undefined)) return value
  const message =
    value === 'user' ? 'Name the user whose draft this is.' : 'A draft is of the account or of the user that is named.'
  throw validationError({ draft_of: { enum: { message, target: ['account', 'user'] } } })
}

function restored({ storageRedactor }: StorageContext, draft: JsonObject, stored: JsonObject | undefined): JsonObject {
  const document = storageRedactor.withoutCleared(storageRedactor.restore(draft, stored, []), [])
  return isJsonObject(document) ? document : {}
}

/** Which documents a request asks about: `class`, and `type` unless it means whatever has no rule of its own. */
function routeQuestion(request: ApiRequest): PlanRule<PlanClass> {
  return { planClass: planClassOf(request.value('class')), type: optionalText(request, 'type') }
}

/** A text that a request may name; an empty one counts as none. Throws `invalid` for anything else. */
function optionalText(request: ApiRequest, name: string): string | undefined {
  const value = request.value(name)
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string')
    throw validationError({ [name]: { type: { message: 'Send a text.', target: 'string' } } })
  if (value.length <= longest) return value
  const message = `The text must have no more than ${longest} characters.`
  throw validationError({ [name]: { maxLength: { message, target: longest } } })
}

function requiredText(request: ApiRequest, name: string, message: string): string {
  const value = optionalText(request, name)
  if (value === undefined) throw validationError({ [name]: { required: { message } } })
  return value
}

/** The month of the database that a request asks about (`YYYYMM`). Throws `invalid`. */
function optionalMonth(request: ApiRequest): string | undefined {
  const month = optionalText(request, 'month')
  if (month === undefined || isMonth(month)) return month
  throw validationError({
    month: { pattern: { message: 'Send a month as year and month: 202411.', target: 'YYYYMM' } },
  })
}

function planClassOf(value: JsonValue | undefined): PlanClass {
  const known = planClasses.find((name) => name === value)
  if (known !== undefined) return known
  const listed = planClasses.join(', ')
  if (value === undefined || value === '') {
    throw validationError({ class: { required: { message: `Name the class of databases: one of ${listed}.` } } })
  }
  const message = `There is no such class of databases: name one of ${listed}.`
  throw validationError({ class: { enum: { message, target: [...planClasses] } } })
}
