import { makeBackup } from '#bff/backup/make-backup.ts'
import type { Context } from '#bff/context.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'

/**
 * The whole store as one file. Superduper admins only, and with a token of the API: it holds every secret there is, which
 * browsers never get, nor anybody where STRATA_REDACT_SECRETS says so.
 */
export function backupRoutes({ store, clock }: Context): Route[] {
  async function backup({ redact, session }: ApiRequest): Promise<Answer> {
    if (session?.via === 'cookie') {
      throw new AppError('forbidden', 'A backup holds every secret: it is given to a token of the API, to no browser.')
    }
    if (redact) {
      const advice = 'Stop the server and back up its store, or set STRATA_REDACT_SECRETS to browser.'
      throw new AppError('forbidden', `A backup holds every secret, and this server gives none away. ${advice}`)
    }
    const now = clock()
    const name = `strata-${now.toISOString().slice(0, 10)}.backup`
    return { data: null, file: { name, type: 'application/gzip', content: () => makeBackup(store, now) } }
  }

  return [{ method: 'GET', path: '/console/backup', access: { who: 'superduper' }, handle: backup }]
}
