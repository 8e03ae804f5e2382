import type { ErrorRequestHandler } from 'express'
import type { Logger } from '#bff/logging/logger.ts'

/** The last resort for what is served outside the envelope: files and the page. Says no more than the status. */
export function plainError(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status = statusOf(error)
    if (status >= 500) logger.error({ err: error }, 'A file could not be served.')
    response.status(status).type('text').send('This address could not be served.\n')
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 600 ? status : 500
}
