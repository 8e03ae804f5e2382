/** Where the providers are that settings do not name by address. No slash at the end. */
export interface Endpoints {
  /** The Blob service of an account. */
  readonly azure: (account: string) => string
  readonly google: string
  readonly dropboxContent: string
  readonly dropbox: string
  readonly microsoftGraph: string
}

export const endpoints: Endpoints = {
  azure: (account) => `https://${account}.blob.core.windows.net`,
  google: 'https://www.googleapis.com',
  dropboxContent: 'https://content.dropboxapi.com',
  dropbox: 'https://api.dropboxapi.com',
  microsoftGraph: 'https://graph.microsoft.com',
}
