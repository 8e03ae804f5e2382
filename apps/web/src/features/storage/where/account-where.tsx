import type { AccountStorageRoute } from '@strata/api-types'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { administers, useSession } from '#web/lib/session.tsx'
import { useDebounced } from '#web/lib/use-debounced.ts'
import { storageRouteQuery } from '../api/storage-route.ts'
import { usersQuery } from '../api/users.ts'
import { type OverviewSearch, toAccountStorage, toUserStorage } from '../routes.ts'
import { WhereBar } from './where-bar.tsx'
import { questionOf, toWhereSearch } from './where-question.ts'

interface AccountWhereProps {
  accountId: string
  search: OverviewSearch
}

/** "Where does it go?" for what is stored of an account; whoever administers none asks about what is their own. */
export function AccountWhere({ accountId, search }: AccountWhereProps) {
  const session = useSession()
  const navigate = useNavigate()
  const isAdmin = administers(session)
  const asked = questionOf(search, 'account')
  const question = isAdmin ? asked : { ...asked, user: session.user_id ?? undefined }
  const type = useDebounced(question.type, 250)
  const users = useQuery({ ...usersQuery(accountId), enabled: isAdmin })
  const route = useQuery({
    ...storageRouteQuery({ accountId, ...toWhereSearch({ ...question, type }), draft: undefined }),
    placeholderData: keepPreviousData,
  })
  return (
    <WhereBar
      question={question}
      onAsk={(next) => {
        const { account } = search
        const said = isAdmin ? next : { ...next, user: undefined }
        void navigate({
          to: '/storage',
          search: { ...(account === undefined ? {} : { account }), ...toWhereSearch(said) },
          replace: true,
        })
      }}
      users={isAdmin ? users.data : undefined}
      layers={[]}
      about={route.data === undefined ? undefined : <About route={route.data} />}
      answer={route.data}
      error={route.error}
      onRetry={() => void route.refetch()}
    />
  )
}

/** Whose documents are meant, and the way to the document that is edited for them. */
function About({ route: { account, user } }: { route: AccountStorageRoute }) {
  return user === null ? (
    <Link {...toAccountStorage(account.id)}>{account.name}</Link>
  ) : (
    <Link {...toUserStorage(account.id, user.id)}>{user.name}</Link>
  )
}
