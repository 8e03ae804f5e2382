import type { Actor } from '#bff/auth/actor.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { requireSession } from '#bff/http/require-session.ts'
import type { StoragePlace } from '../place.ts'
import type { StorageContext } from '../storage-context.ts'
import { touchedAccounts } from './touched-accounts.ts'

/** Throws `conflict`, with the accounts that go by it, for a plan that is followed and for the system's document. */
export async function requireUnused(storage: StorageContext, actor: Actor, place: StoragePlace): Promise<void> {
  const isSystem = place.type === 'storage' && place.accountId === undefined
  const touched = await touchedAccounts(storage, requireSession(actor), place)
  if (touched.count === 0) return
  const many = touched.count === 1 ? '1 account' : `${touched.count} accounts`
  const cause = isSystem
    ? `What this document says holds for ${many}: remove it with force=true if that is meant.`
    : `This plan is followed by ${many}: give them another one first, or remove it with force=true.`
  const message = isSystem ? 'the document is in use' : 'the plan is in use'
  throw new AppError('conflict', cause, { data: { message, cause, ...touched } })
}
