import { ensureOwnDocument, isConflict } from '#bff/auth/own-document.ts'
import type { Context } from '#bff/context.ts'
import { unattendedRequest } from '#bff/http/unattended-request.ts'
import { createAccountService } from './account-service.ts'
import { createUserService } from './user-service.ts'

interface FirstAdmin {
  readonly accountName: string
  readonly username: string
  readonly password: string
}

/**
 * Makes the superduper admin of a store that Strata made, unless it is there.
 * - what was begun and interrupted is finished; of two servers that start at once one makes it
 * Gives whether this call made the user, that is, whether its password is the one that counts.
 */
export async function createFirstAdmin(
  { accountName, username, password }: FirstAdmin,
  context: Pick<Context, 'store' | 'origin' | 'accounts' | 'documents' | 'auth' | 'newId'>,
): Promise<boolean> {
  const { store, newId, accounts, auth } = context
  const ids = await ensureOwnDocument(store, 'first_admin', () => ({ account_id: newId(), user_id: newId() }))
  const [accountId, userId] = [String(ids.account_id), String(ids.user_id)]
  const request = unattendedRequest(newId())
  const fields = { name: accountName }
  if ((await accounts.get(accountId)) === undefined) {
    const account = { id: accountId, parent: undefined, fields, isSuperduperAdmin: true, isReseller: true }
    await unlessThere(createAccountService(context).create(account, request))
  }
  if ((await auth.users.get(accountId, userId)) !== undefined) return false
  const user = { accountId, id: userId, fields: { username, password, priv_level: 'admin', enabled: true } }
  return unlessThere(createUserService(context).create(user, request))
}

/** Whether a document was made by this call and not, at the same moment, by another server. */
async function unlessThere(creation: Promise<unknown>): Promise<boolean> {
  try {
    await creation
    return true
  } catch (error) {
    if (isConflict(error)) return false
    throw error
  }
}
