/** Credentials that the demo stores and signs in with: none may ever reach a browser. An S3 key id is no credential. */
export const knownSecrets = [
  'invented-secret-not-real',
  'aW52ZW50ZWQta2V5LW5vdC1yZWFs',
  'invented-archive-password',
  'invented-client-secret',
  'invented-api-key',
  'invented-smtp-password',
  'invented-superduper-admin',
  'invented-reseller-admin',
  'invented-account-admin',
  'invented-user',
]
