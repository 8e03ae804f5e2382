import type { SessionInfo } from '@strata/api-types'

/** A superduper admin's session, with what a test says differently. */
export function sessionOf(different: Partial<SessionInfo> = {}): SessionInfo {
  return {
    account_id: 'a'.repeat(32),
    account_name: 'master',
    user_id: 'b'.repeat(32),
    username: 'admin',
    is_superduper_admin: true,
    is_reseller: false,
    is_account_admin: true,
    csrf_token: 'csrf',
    expires_at: '2030-01-01T00:00:00Z',
    read_only: null,
    store: 'embedded',
    store_address: null,
    origin: 'strata',
    kazoo_version: '4.3',
    version: '0.0.0',
    ...different,
  }
}
