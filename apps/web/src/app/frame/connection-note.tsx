import { type QueryFilters, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import { sessionQuery } from '#web/features/auth/api/session.ts'
import { ApiError } from '#web/lib/api-error.ts'

const RETRY_EVERY = 5_000

/** Says that the server is away as long as it is, and asks again until it is back; then what failed is loaded anew. */
export function ConnectionNote() {
  const t = useTranslations('frame.connection')
  const queryClient = useQueryClient()
  const [outage, setOutage] = useOutage()

  useEffect(() => {
    if (outage === undefined) return
    async function askAgain() {
      // It keeps the rest from piling up: its answer comes as soon as the server does.
      await queryClient.fetchQuery({ ...sessionQuery(), retry: false, staleTime: 0 })
      await queryClient.refetchQueries(failedInSight)
      if (queryClient.getQueryCache().findAll(failedInSight).length === 0) setOutage(undefined)
    }
    const timer = setInterval(() => {
      askAgain().catch(() => {
        // Still away: the query cache has told so already.
      })
    }, RETRY_EVERY)
    return () => {
      clearInterval(timer)
      void queryClient.refetchQueries(failedInSight)
    }
  }, [outage, queryClient, setOutage])

  if (outage === undefined) return null
  return <Note tone="warning">{t(outage === 'offline' ? 'down' : 'storeDown')}</Note>
}

const failedInSight: QueryFilters = { type: 'active', predicate: ({ state }) => state.status === 'error' }

type Outage = 'offline' | 'unavailable' | undefined

/**
 * The kind of outage the latest answered or failed request told of; undefined when it told of none. That somebody is
 * signed in is known without the database: it tells nothing of that.
 */
function useOutage() {
  const queryClient = useQueryClient()
  const state = useState<Outage>()
  const [, setOutage] = state

  useEffect(() => {
    const [session] = sessionQuery().queryKey
    return queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return
      const { action, query } = event
      if (action.type === 'success') {
        const tellsOfStore = query.queryKey[0] !== session
        setOutage((known) => (known === 'unavailable' && !tellsOfStore ? known : undefined))
      }
      if (action.type === 'error' || action.type === 'failed') setOutage(outageOf(action.error))
    })
  }, [queryClient])
  return state
}

function outageOf(error: unknown): Outage {
  if (!(error instanceof ApiError)) return undefined
  return error.kind === 'offline' || error.kind === 'unavailable' ? error.kind : undefined
}
