import { randomBytes } from 'node:crypto'

/** The client's request id where it can go into headers and logs as it is, else a new one of 32 hex digits. */
export function requestId(sent: string | undefined): string {
  return sent !== undefined && /^[\w.:@~+/=-]{1,128}$/.test(sent) ? sent : randomBytes(16).toString('hex')
}
