import type { Actor } from '#bff/auth/actor.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { Redactor } from '#bff/redaction/create-redactor.ts'
import { redactErrors } from '#bff/redaction/redact-errors.ts'

/** Does what somebody asks for. Validation echoes values, so its errors are redacted wherever documents are. */
export async function hidingSecrets<T>(redactor: Redactor, { redact }: Actor, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!redact || !(error instanceof AppError) || error.kind !== 'invalid') throw error
    throw new AppError('invalid', error.message, { data: redactErrors(error.data, redactor) })
  }
}
