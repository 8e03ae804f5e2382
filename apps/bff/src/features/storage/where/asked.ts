import type { StorageLayerName } from '@strata/storage-plan'
import type { Account } from '#bff/accounts/account.ts'
import type { User } from '#bff/accounts/users.ts'
import { type Actor, requireSession } from '#bff/auth/actor.ts'
import { isAuthorised } from '#bff/auth/authorise.ts'
import type { Session } from '#bff/auth/session.ts'
import { AppError, badIdentifier } from '#bff/errors/app-error.ts'
import type { StorageContext } from '../storage-context.ts'

/** Whose route is asked for, by somebody who may ask. */
export interface Asked {
  readonly account: Account
  readonly user: User | undefined
  /** Whether the caller may read a layer's document itself, with all its settings. */
  readonly mayRead: (layer: StorageLayerName) => boolean
}

/**
 * The account, or the user of it, that somebody asks about. Who may read the account's storage may ask; a user about itself too.
 * Throws `forbidden`, and `not-found` unless the account has that user.
 */
export async function askedOf(
  { accounts, auth }: StorageContext,
  actor: Actor,
  { accountId: id, userId }: { accountId: string; userId: string | undefined },
): Promise<Asked> {
  const session = requireSession(actor)
  const account = await accounts.get(id)
  if (account === undefined) throw badIdentifier(id)
  const may = (scope: 'account' | 'user') => isAuthorised({ who: 'storage', scope }, { session, account, userId })
  if (!may(userId === undefined ? 'account' : 'user')) throw forbidden()
  const user = userId === undefined ? undefined : await auth.users.get(id, userId)
  if (userId !== undefined && user === undefined) throw badIdentifier(userId)
  return { account, user, mayRead: (layer) => mayRead(layer, session, may('account')) }
}

/** Who reads a document need not be allowed to read those that it inherits from. */
function mayRead(layer: StorageLayerName, session: Session, mayReadAccount: boolean): boolean {
  if (layer === 'account') return mayReadAccount
  return layer === 'user' || layer === 'built-in' || session.isSuperduperAdmin
}

export function forbidden(): AppError {
  return new AppError('forbidden', 'This account and user may not do this.', { data: { message: 'forbidden' } })
}
