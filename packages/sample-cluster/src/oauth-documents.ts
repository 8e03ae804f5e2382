import { oauthDocuments } from './attachment-entries.ts'
import type { SampleDocument } from './sample-document.ts'

const appId = 'invented-client-id'

/** The `system_auth` documents that the OAuth back-ends need: providers, one application and its users. */
export function oauthDocumentsOf(masterAccountId: string): SampleDocument[] {
  const database = 'system_auth'
  const providers = ['google', 'dropbox', 'office365'].map((provider) => ({
    database,
    id: provider,
    fields: { auth_url: `https://oauth.example.net/${provider}/token`, scopes: ['files'] },
    private: { type: 'provider', provider_type: 'oauth' },
  }))
  const app = {
    database,
    id: appId,
    fields: { name: 'Telephony backups' },
    private: { type: 'app', secret: 'invented-client-secret', auth_provider: 'google', account_id: masterAccountId },
  }
  const users = Object.entries(oauthDocuments).map(([, id]) => ({
    database,
    id,
    fields: { email: 'backup-bot@example.com', scope: 'files' },
    private: {
      type: 'user',
      app_id: appId,
      app_provider_id: id.replace('-backup-bot', ''),
      user_identity: 'backup-bot',
      refresh_token: 'invented-refresh-token',
      account_id: masterAccountId,
    },
  }))
  return [...providers, app, ...users]
}
