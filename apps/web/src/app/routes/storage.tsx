import { createRoute, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { AccountPicker } from '#web/features/accounts/components/account-picker.tsx'
import { toAccountStorage } from '#web/features/storage/routes.ts'
import { AreaLayout } from '../frame/area-layout.tsx'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { lazyPage } from '../lazy-page.tsx'
import { consoleRoute } from './console.tsx'

const StorageListColumn = lazyPage('storage-list-column', async () => {
  const module = await import('#web/features/storage/pages/storage-list-column.tsx')
  return module.StorageListColumn
})

/** `/storage` and everything below it. */
export const storageRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/storage',
  notFoundComponent: NotFoundPage,
  component: function Storage() {
    const { accountId } = useParams({ strict: false })
    const { pathname, search } = useLocation()
    return (
      <AreaLayout
        list={<StorageListColumn picker={<StorageAccountPicker />} accountId={accountId} />}
        hasEntry={pathname !== storageRoute.fullPath || 'account' in search}
      />
    )
  },
})

/** Leads to the storage of any account within reach, whether it has a document or not. */
function StorageAccountPicker() {
  const t = useTranslations('frame.accountPicker')
  const navigate = useNavigate()
  return <AccountPicker label={t('label')} onChoose={({ id }) => void navigate(toAccountStorage(id))} />
}
