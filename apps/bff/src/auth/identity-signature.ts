import { createHmac } from 'node:crypto'

interface Identity {
  /** The user's id, or the account's where no user is named. */
  readonly id: string
  /** `pvt_signature_secret` of that user or account: a new one ends every token made under the old. */
  readonly secret: string
  readonly serverSecret: string
}

/** KAZOO's claim `identity_sig`. */
export function identitySignature({ id, secret, serverSecret }: Identity): string {
  return createHmac('sha256', secret + serverSecret)
    .update(id)
    .digest('base64url')
}
