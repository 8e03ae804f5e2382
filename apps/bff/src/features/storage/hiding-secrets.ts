import { AppError } from '#bff/errors/app-error.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { redactErrors } from '#bff/redaction/redact-errors.ts'
import type { Redactor } from '#bff/redaction/redactor.ts'

/** Does what a request asks. Validation echoes values, so its errors are redacted wherever documents are. */
export async function hidingSecrets<T>(request: ApiRequest, redactor: Redactor, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!request.redact || !(error instanceof AppError) || error.kind !== 'invalid') throw error
    throw new AppError('invalid', error.message, { data: redactErrors(error.data, redactor) })
  }
}
