import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import { sessionQuery } from '#web/features/auth/api/session.ts'
import { ApiError } from '#web/lib/api-error.ts'

const RETRY_EVERY = 5_000

/** Says that the server is away as long as it is, and asks again until it is back; then everything is loaded anew. */
export function ConnectionNote() {
  const t = useTranslations('frame.connection')
  const queryClient = useQueryClient()
  const outage = useOutage()

  useEffect(() => {
    if (outage === undefined) return
    const timer = setInterval(() => {
      askAgain(queryClient).catch(() => {
        // Still away: the query cache has told so already.
      })
    }, RETRY_EVERY)
    return () => clearInterval(timer)
  }, [outage, queryClient])

  if (outage === undefined) return null
  return <Note tone="warning">{t(outage === 'offline' ? 'down' : 'storeDown')}</Note>
}

/** The session is asked for first: its answer comes as soon as the server does, and keeps the rest from piling up. */
async function askAgain(queryClient: QueryClient): Promise<void> {
  await queryClient.fetchQuery({ ...sessionQuery(), retry: false, staleTime: 0 })
  await queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
}

/** The kind of outage the latest answered or failed request told of; undefined when it told of none. */
function useOutage(): 'offline' | 'unavailable' | undefined {
  const queryClient = useQueryClient()
  const [outage, setOutage] = useState<'offline' | 'unavailable'>()

  useEffect(
    () =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') return
        if (event.action.type === 'success') setOutage(undefined)
        if (event.action.type === 'error' || event.action.type === 'failed') setOutage(outageOf(event.action.error))
      }),
    [queryClient],
  )
  return outage
}

function outageOf(error: unknown): 'offline' | 'unavailable' | undefined {
  if (!(error instanceof ApiError)) return undefined
  return error.kind === 'offline' || error.kind === 'unavailable' ? error.kind : undefined
}
