import { createRoute, useNavigate } from '@tanstack/react-router'
import { lazy } from 'react'
import { useTranslations } from 'use-intl'
import { AccountPicker } from '#web/features/accounts/components/account-picker.tsx'
import { readOverviewSearch } from '#web/features/storage/routes.ts'
import { storageRoute } from './storage.tsx'

const StorageOverview = lazy(async () => {
  const module = await import('#web/features/storage/pages/storage-overview.tsx')
  return { default: module.StorageOverview }
})

/** `/storage`: nothing is chosen yet. */
export const storageOverviewRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: '/',
  validateSearch: readOverviewSearch,
  component: function Overview() {
    const t = useTranslations('storageWhere.ask')
    const navigate = useNavigate()
    const search = storageOverviewRoute.useSearch()
    const { user: _, ...question } = search
    return (
      <StorageOverview
        search={search}
        picker={
          <AccountPicker
            label={t(search.account === undefined ? 'choose' : 'another')}
            onChoose={({ id }) => void navigate({ to: '/storage', search: { ...question, account: id } })}
          />
        }
      />
    )
  },
})
