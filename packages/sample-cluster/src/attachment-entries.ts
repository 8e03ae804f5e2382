import type { JsonObject } from '@strata/json'

/** A document of `system_auth` that OAuth back-ends name. */
export const oauthDocuments = {
  google: 'google-backup-bot',
  dropbox: 'dropbox-backup-bot',
  office: 'office365-backup-bot',
}

/** One back-end of each of the seven handlers, by its handler; every credential is invented. */
export const attachmentEntries = {
  s3: {
    handler: 's3',
    name: 'Object storage, Frankfurt',
    settings: {
      bucket: 'invented-recordings',
      key: 'INVENTED-ACCESS-KEY',
      secret: 'invented-secret-not-real',
      region: 'eu-central-1',
      scheme: 'https',
    },
  },
  azure: {
    handler: 'azure',
    name: 'Blob container',
    settings: { account: 'inventedaccount', container: 'voicemail', key: 'aW52ZW50ZWQta2V5LW5vdC1yZWFs' },
  },
  google_drive: {
    handler: 'google_drive',
    name: 'Shared drive',
    settings: { oauth_doc_id: oauthDocuments.google, folder_id: 'invented-folder' },
  },
  google_storage: {
    handler: 'google_storage',
    name: 'Cloud archive',
    settings: { oauth_doc_id: oauthDocuments.google, bucket: 'invented-archive' },
  },
  dropbox: {
    handler: 'dropbox',
    name: 'Team folder',
    settings: { oauth_doc_id: oauthDocuments.dropbox, folder_base_path: 'telephony' },
  },
  onedrive: {
    handler: 'onedrive',
    name: 'Office files',
    settings: { oauth_doc_id: oauthDocuments.office },
  },
  // Written by an older release, which kept the verb in upper case.
  http: {
    handler: 'http',
    name: 'Recording server',
    settings: {
      url: 'https://recordings.example.net/in',
      verb: 'POST',
      field_list: [{ arg: 'account_id' }, { group: [{ arg: 'id' }, { const: '-' }, { arg: 'attachment' }] }],
      field_separator: '/',
    },
  },
} satisfies Record<string, JsonObject>

export type Handler = keyof typeof attachmentEntries

export const handlers = [
  's3',
  'http',
  'azure',
  'google_drive',
  'google_storage',
  'dropbox',
  'onedrive',
] as const satisfies readonly Handler[]

export const couchConnection = {
  driver: 'kazoo_couch',
  name: 'Archive cluster',
  settings: {
    ip: 'couch.archive.example.net',
    port: 5984,
    credentials: { username: 'archive', password: 'invented-archive-password' },
    pool: { name: 'archive', size: 10 },
  },
} satisfies JsonObject
