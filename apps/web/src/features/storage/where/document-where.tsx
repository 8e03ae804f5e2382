import { monthOf } from '@strata/storage-plan'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { administers, useSession } from '#web/lib/session.tsx'
import { useDebounced } from '#web/lib/use-debounced.ts'
import { storageRouteQuery } from '../api/storage-route.ts'
import { usersQuery } from '../api/users.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { textOf } from '../document/document-parts.ts'
import type { StorageSearch } from '../routes.ts'
import { answerHere, type RouteAnswer } from './route-answer.ts'
import { WhereBar } from './where-bar.tsx'
import { questionOf, toWhereSearch, type WhereQuestion } from './where-question.ts'

interface DocumentWhereProps {
  search: StorageSearch
  isDirty: boolean
}

/** "Where does it go?" for the document that is edited, as it stands. */
export function DocumentWhere({ search, isDirty }: DocumentWhereProps) {
  const t = useTranslations('storageWhere.ask')
  const navigate = useNavigate()
  const { place, layers, showPlace } = useStorageDocument()
  const session = useSession()
  const question = questionOf(search, place.scope)
  const isAdmin = administers(session)
  const mayChooseUser = place.scope === 'account' && isAdmin
  const users = useQuery({
    ...usersQuery(place.scope === 'account' ? place.accountId : ''),
    enabled: mayChooseUser,
  })
  const route = useRoute(question, isDirty)

  return (
    <WhereBar
      question={question}
      onAsk={(next) => {
        const { view } = search
        void navigate({
          to: '.',
          search: { ...(view === undefined ? {} : { view }), ...toWhereSearch(next) },
          replace: true,
        })
      }}
      users={mayChooseUser ? users.data : undefined}
      layers={layers}
      about={place.scope === 'plan' || place.scope === 'system' ? t(`about.${place.scope}`) : undefined}
      isUnsaved={isDirty}
      {...route}
      showProblem={({ layer, pointer }) =>
        search.view === undefined && layer === place.scope ? (
          <Button size="sm" variant="quiet" onPress={() => showPlace(pointer)}>
            {t('show')}
          </Button>
        ) : null
      }
    />
  )
}

interface RouteState {
  readonly answer: RouteAnswer | undefined
  readonly error: Error | null
  readonly onRetry: () => void
}

/**
 * Of an account or a user the server answers, which knows the settings of every layer; of a plan or the system the
 * browser, for whatever account they count for.
 */
function useRoute(question: WhereQuestion, isDirty: boolean): RouteState {
  const { place, fields } = useStorageDocument()
  const isOwned = place.scope === 'account' || place.scope === 'user'
  const draft = useDebounced(fields, 250)
  const type = useDebounced(question.type, 250)
  const here = useSharedAnswer(isOwned ? undefined : question)
  const route = useQuery({
    ...storageRouteQuery({
      accountId: isOwned ? place.accountId : '',
      ...toWhereSearch({ ...question, type, user: place.scope === 'user' ? place.userId : question.user }),
      draft: isDirty && isOwned ? { draft, draft_of: place.scope } : undefined,
    }),
    enabled: isOwned,
    placeholderData: keepPreviousData,
  })
  return isOwned
    ? { answer: route.data, error: route.error, onRetry: () => void route.refetch() }
    : { answer: here, error: null, onRetry: () => undefined }
}

function useSharedAnswer(question: WhereQuestion | undefined): RouteAnswer | undefined {
  const t = useTranslations('storageWhere.answer')
  const { place, layers, fields, kazooVersion: version } = useStorageDocument()
  const { planClass, type, month: asked } = question ?? {}
  return useMemo(() => {
    if (planClass === undefined) return undefined
    const month = asked ?? monthOf(new Date().toISOString())
    return {
      ...answerHere(layers, { planClass, type, month, version }),
      layers: layers.map(({ name: layer, title = '' }) => ({
        layer,
        name: layer === place.scope ? (textOf(fields.name) ?? t('noName')) : title,
      })),
    }
  }, [place, layers, fields, planClass, type, asked, version, t])
}
