import type { BulkOutcome } from '@strata/api-types'
import { AppError, type ErrorKind } from '#bff/errors/app-error.ts'

/** The error of a bulk write that did not go through, with what became of each category. */
export function brokenOff(kind: ErrorKind, outcomes: readonly BulkOutcome[], cause?: unknown): AppError {
  const named = (outcome: BulkOutcome['outcome']) =>
    outcomes.filter((each) => each.outcome === outcome).map(({ category }) => category)
  const stored = named('stored')
  const unknown = named('unknown')
  const sentences = [
    ...reasons(named('conflict'), 'changed since it was read'),
    ...reasons(named('failed'), 'could not be stored'),
    ...reasons(unknown, 'it may be stored or not, as the store gave no answer'),
    stored.length === 0
      ? `Nothing ${unknown.length === 0 ? '' : 'else '}was stored.`
      : `Stored were: ${stored.join(', ')}.`,
    'Read what is there again and repeat the rest of the change.',
  ]
  const message = sentences.join(' ')
  return new AppError(kind, message, {
    data: {
      message: kind === 'conflict' ? 'conflicting documents' : 'not everything was stored',
      cause: message,
      outcomes: outcomes.map((outcome) => ({ ...outcome })),
    },
    cause,
  })
}

function reasons(categories: readonly string[], reason: string): string[] {
  return categories.length === 0 ? [] : [`Of ${categories.join(', ')}: ${reason}.`]
}
