import { useTranslations } from 'use-intl'
import { ApiError } from '#web/lib/api-error.ts'

/**
 * What a failed request says to a person.
 * - the server's own sentence where it has one; else what such a failure means, and what to do
 */
export function useFailureWords(): (error: unknown) => string {
  const t = useTranslations('errors')
  return (error) => {
    if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error)
    const said = [error.data.cause, error.message].find(isSentence)
    return said ?? `${t(`title.${error.kind}`)}. ${t(`remedy.${error.kind}`)}`
  }
}

/** Elsewhere the server names the error, as KAZOO does. */
function isSentence(text: unknown): text is string {
  return typeof text === 'string' && /[.!?]$/.test(text)
}
