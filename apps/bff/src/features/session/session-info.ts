import type { SessionInfo } from '@strata/api-types'
import type { Session } from '#bff/auth/session.ts'
import type { Context } from '#bff/context.ts'
import { readOnlyReason } from '#bff/http/read-only.ts'

/** Who is signed in and what this server can do for them. */
export async function sessionInfo(session: Session, context: Context): Promise<SessionInfo> {
  const { accountId, userId } = session
  const user = userId === undefined ? undefined : await context.auth.users.recent(accountId, userId)
  return {
    account_id: accountId,
    account_name: session.accountName,
    user_id: userId ?? null,
    username: user?.username ?? null,
    is_superduper_admin: session.isSuperduperAdmin,
    is_reseller: session.isReseller,
    is_account_admin: session.isAccountAdmin,
    csrf_token: await context.auth.browserSessions.csrfToken(session),
    expires_at: session.expiresAt.toISOString(),
    read_only: readOnlyReason(context) ?? null,
    store: context.store.kind,
    origin: context.origin,
    kazoo_version: await context.schemas.kazooVersion(),
    version: context.version,
  }
}
