import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { mergePatch } from '@strata/layered-config'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import type { User } from '#bff/accounts/users.ts'
import { requireSession } from '#bff/auth/actor.ts'
import type { Context } from '#bff/context.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { checkBody } from '#bff/http/check-body.ts'
import { page } from '#bff/http/paging.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { requestSchemas } from '#bff/http/request-schemas.ts'
import type { Answer, ApiRequest, Method, Route } from '#bff/http/route.ts'
import { requirePermitted } from './require-permitted.ts'
import { changeUser, createUser, listUsers, readUser, removeUser, replaceUser } from './users.ts'

const users = '/v2/accounts/:account_id/users'
const user = `${users}/:user_id`

/** The users of an account, and changing them on Strata's own store. */
export function userRoutes(context: Context): Route[] {
  const { validator, newId } = context
  const checked = (data: JsonObject) => checkBody(validator, 'user', data, requestSchemas)
  const addressed = ({ params }: ApiRequest) => readUser(context.auth, params.account_id ?? '', params.user_id ?? '')

  async function list(request: ApiRequest): Promise<Answer> {
    const items = await listed(request.params.account_id ?? '')
    return page({ items: items.toSorted(byName), key: (item) => nameOf(item), show: (item) => item }, request)
  }

  /** On a cluster's store by KAZOO's own view: its account databases are too large to be looked through. */
  async function listed(accountId: string): Promise<JsonValue[]> {
    if (context.origin === 'strata') return (await listUsers(context.store, accountId)).map(showListedUser)
    const rows = await context.store.database(accountDatabase(accountId)).view('users', 'crossbar_listing')
    if (rows === undefined) throw missingView('users/crossbar_listing')
    return rows.map(({ value }) => value)
  }

  /** The fields to be saved, by somebody who may save them. */
  async function permitted(request: ApiRequest, sent: JsonObject, before: User | undefined): Promise<JsonObject> {
    const fields = checked(sent)
    const account = await context.accounts.get(request.params.account_id ?? '')
    requirePermitted({ before, fields }, requireSession(request), account)
    return fields
  }

  async function replace(request: ApiRequest): Promise<Answer> {
    const before = await addressed(request)
    requireMatch(request, before.document.revision)
    return answer(await replaceUser(context, request, before, await permitted(request, bodyOf(request), before)))
  }

  async function patch(request: ApiRequest): Promise<Answer> {
    const { account_id: accountId = '', user_id: id = '' } = request.params
    const fieldsFrom = (before: User) => {
      requireMatch(request, before.document.revision)
      return permitted(request, mergePatch(before.document.fields, bodyOf(request)), before)
    }
    return answer(await changeUser(context, request, { accountId, id }, fieldsFrom))
  }

  const route = (method: Method, path: string, handle: Route['handle']): Route => ({
    method,
    path,
    access: { who: method === 'GET' ? 'account' : 'account-admin' },
    handle,
  })

  return [
    route('GET', users, list),
    route('PUT', users, async (request) => {
      requireMatch(request, undefined)
      const fields = await permitted(request, bodyOf(request), undefined)
      const input = { accountId: request.params.account_id ?? '', id: newId(), fields }
      const created = await createUser(context, request, input)
      return { ...answer(created), location: `${request.path}/${created.id}` }
    }),
    route('GET', user, async (request) => answer(await addressed(request))),
    route('POST', user, replace),
    route('PATCH', user, patch),
    route('DELETE', user, async (request) => {
      const removed = await addressed(request)
      requireMatch(request, removed.document.revision)
      if (removed.id === request.session?.userId) {
        throw new AppError('forbidden', 'The user that you are signed in as cannot be removed by you.')
      }
      await removeUser(context, request, removed)
      return { ...answer(removed), data: { ...showUser(removed), _read_only: { deleted: true } } }
    }),
  ]
}

function answer(shown: User): Answer {
  return { data: showUser(shown), revision: shown.document.revision }
}

/** A user document as the API shows it. A password is never stored in one; should one be there, it stays there. */
function showUser({ id, document }: User): JsonObject {
  const { password, ...fields } = document.fields
  return { ...fields, id }
}

/** A user as the list shows it, in the members of KAZOO's own listing. */
function showListedUser({ id, username, isEnabled, document }: User): JsonObject {
  const { first_name, last_name, email, priv_level } = document.fields
  const members = { id, username, first_name, last_name, email, priv_level, enabled: isEnabled }
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

function missingView(cause: string): AppError {
  const message = `The account's database has no view ${cause}: KAZOO makes it when it refreshes the account.`
  return new AppError('upstream', message, {
    name: 'datastore_missing_view',
    data: { message: 'unknown failure', cause },
  })
}

function bodyOf({ data }: ApiRequest): JsonObject {
  return isJsonObject(data) ? data : {}
}

function nameOf(item: JsonValue): string {
  if (!isJsonObject(item)) return ''
  return `${typeof item.username === 'string' ? item.username : ''}\0${typeof item.id === 'string' ? item.id : ''}`
}

function byName(a: JsonValue, b: JsonValue): number {
  return nameOf(a) < nameOf(b) ? -1 : 1
}
