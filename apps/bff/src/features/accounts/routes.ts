import { isJsonObject, type JsonObject } from '@strata/json'
import { mergePatch } from '@strata/layered-config'
import type { Account } from '#bff/accounts/account.ts'
import { readAccount } from '#bff/accounts/account-document.ts'
import { requireSession } from '#bff/auth/actor.ts'
import type { Context } from '#bff/context.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { AppError, badIdentifier } from '#bff/errors/app-error.ts'
import { checkBody } from '#bff/http/check-body.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { requestSchemas } from '#bff/http/request-schemas.ts'
import type { Answer, ApiRequest, Method, Route } from '#bff/http/route.ts'
import { changeAccount, createAccount, removeAccount, replaceAccount } from './accounts.ts'
import { accountConfigRoutes } from './config-routes.ts'
import { listChildren, listDescendants, listParents, requireSiblingsVisible } from './listing.ts'
import { requirePlansUnused } from './remove-account-storage.ts'
import { searchAccounts } from './search.ts'
import { showAccount, withoutAdded } from './show-account.ts'

const account = '/v2/accounts/:account_id'

/** Accounts: one, those around it, and changing them on Strata's own store. */
export function accountRoutes(context: Context): Route[] {
  const { accounts, store, validator, newId } = context

  const addressed = async (id: string | undefined): Promise<Account> => {
    const found = id === undefined ? undefined : await accounts.get(id)
    if (found === undefined) throw badIdentifier(id ?? '')
    return found
  }

  const checked = (data: JsonObject) => withoutAdded(checkBody(validator, 'account', data, requestSchemas))

  async function create(request: ApiRequest, parentId: string | undefined): Promise<Answer> {
    requireMatch(request, undefined)
    const parent = await addressed(parentId)
    const created = await createAccount(context, request, { id: newId(), parent, fields: checked(bodyOf(request)) })
    return { ...answer(created), location: `/v2/accounts/${created.id}` }
  }

  async function replace(request: ApiRequest): Promise<Answer> {
    const before = await readAccount(request.params.account_id ?? '', store)
    requireMatch(request, before.revision)
    return answer(await replaceAccount(context, request, before, checked(bodyOf(request))))
  }

  async function patch(request: ApiRequest): Promise<Answer> {
    const fieldsFrom = ({ fields, revision }: StoredDocument) => {
      requireMatch(request, revision)
      return checked(mergePatch(fields, bodyOf(request)))
    }
    return answer(await changeAccount(context, request, request.params.account_id ?? '', fieldsFrom))
  }

  const read = (path: string, handle: (id: string, request: ApiRequest) => Promise<Answer>): Route => ({
    method: 'GET',
    path,
    access: { who: 'account' },
    handle: (request) => handle(request.params.account_id ?? '', request),
  })

  const write = (method: Method, handle: Route['handle']): Route => ({
    method,
    path: account,
    access: { who: 'account-admin' },
    handle,
  })

  return [
    read(account, async (id) => answer(await readAccount(id, store))),
    read(`${account}/children`, (id, request) => listChildren(id, accounts, request)),
    read(`${account}/descendants`, (id, request) => listDescendants(id, accounts, request)),
    read(`${account}/siblings`, async (id, request) => {
      const parent = (await addressed(id)).tree.at(-1)
      await requireSiblingsVisible(id, requireSession(request), store)
      if (parent === undefined) throw badIdentifier(id)
      return listChildren(parent, accounts, request)
    }),
    read(`${account}/parents`, async (id, request) =>
      listParents(await addressed(id), requireSession(request), accounts),
    ),
    {
      method: 'PUT',
      path: '/v2/accounts',
      access: { who: 'authenticated' },
      handle: async (request) => {
        const session = requireSession(request)
        if (!session.isAccountAdmin && !session.isSuperduperAdmin) {
          throw new AppError('forbidden', 'Creating accounts takes a user with the level admin.')
        }
        return create(request, session.accountId)
      },
    },
    write('PUT', (request) => create(request, request.params.account_id)),
    write('POST', replace),
    write('PATCH', patch),
    write('DELETE', async (request) => {
      const removed = { id: request.params.account_id ?? '', ifMatch: request.ifMatch }
      return removal(await removeAccount(context, request, removed))
    }),
    {
      method: 'DELETE',
      path: '/console/accounts/:account_id',
      access: { who: 'account-admin' },
      handle: async (request) => {
        const id = request.params.account_id ?? ''
        const requireMeant = async () => {
          if (!request.flag('force', false)) await requirePlansUnused(id, store, accounts)
        }
        return removal(await removeAccount(context, request, { id, ifMatch: request.ifMatch, requireMeant }))
      },
    },
    {
      method: 'GET',
      path: '/console/accounts',
      access: { who: 'authenticated' },
      handle: async (request) => ({ data: await searchAccounts(request.query, requireSession(request), context) }),
    },
    ...accountConfigRoutes(),
  ]
}

function answer(document: StoredDocument): Answer {
  return { data: showAccount(document), revision: document.revision }
}

function removal(removed: StoredDocument): Answer {
  return { ...answer(removed), data: { ...showAccount(removed), _read_only: { deleted: true } } }
}

function bodyOf({ data }: ApiRequest): JsonObject {
  return isJsonObject(data) ? data : {}
}
