import { Readable } from 'node:stream'
import { isJsonObject, type JsonValue } from '@strata/json'
import { AppError } from '#bff/errors/app-error.ts'

/**
 * The backup of a running server, as it comes.
 * Throws `unavailable` where the server cannot be reached, `forbidden` with its reason where it refuses.
 */
export async function fetchBackup(server: string, token: string): Promise<Readable> {
  const address = `${server.replace(/\/$/, '')}/console/backup`
  // A token is for the server that was named, for no other that it may point to.
  const response = await fetch(address, { headers: { 'X-Auth-Token': token }, redirect: 'error' }).catch(
    (error: unknown) => {
      throw new AppError('unavailable', `The server at ${server} cannot be reached.`, { cause: error })
    },
  )
  if (response.status === 200 && response.headers.get('content-type') === 'application/gzip' && response.body) {
    return Readable.fromWeb(response.body)
  }
  throw new AppError('forbidden', `The server at ${server} gives no backup: ${await reasonOf(response)}`)
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text().catch(() => '')
  const cause = causeIn(text)
  if (response.status === 401) return 'it does not know this token. Sign in anew, and use the token of that.'
  if (response.status === 403) return cause ?? 'it is for superduper admins.'
  if (response.status === 404) return 'no Strata is there, or an older one that makes none.'
  return cause ?? `it answered ${response.status}.`
}

function causeIn(text: string): string | undefined {
  try {
    const body: JsonValue = JSON.parse(text)
    const data = isJsonObject(body) ? body.data : undefined
    const cause = isJsonObject(data) ? data.cause : undefined
    return typeof cause === 'string' ? cause : undefined
  } catch {
    return undefined
  }
}
